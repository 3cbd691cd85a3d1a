package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What belongs to the simulated fleet as it is set now. What an earlier run with other settings left in the database
 * belongs to it no longer, or it would stand there silent for ever.
 */
public final class Inventory {

    private final Set<RegionId> regions = new HashSet<>();
    private final Set<ZoneKey> zones = new HashSet<>();
    private final Map<HostId, Integer> machinesOfHosts = new HashMap<>();

    private Inventory() {}

    /** Everything of those settings; nothing at all when the simulation is off. */
    public static Inventory of(SimulationSettings settings) {
        Inventory inventory = new Inventory();
        if (settings.enabled()) {
            inventory.fill(Topology.of(settings));
        }
        return inventory;
    }

    private void fill(Topology topology) {
        topology.regions().forEach(region -> regions.add(region.id()));
        for (int zone = 0; zone < topology.zones(); zone++) {
            zones.add(new ZoneKey(
                    topology.regions().get(topology.regionOfZone(zone)).id(), topology.zoneName(zone)));
        }
        for (int host = 0; host < topology.hosts(); host++) {
            machinesOfHosts.put(new HostId(topology.hostName(host)), topology.vmsOf(host));
        }
    }

    public boolean has(RegionId region) {
        return regions.contains(region);
    }

    public boolean has(ZoneKey zone) {
        return zones.contains(zone);
    }

    public boolean has(HostId host) {
        return machinesOfHosts.containsKey(host);
    }

    /** Whether the host runs the VM of that id. */
    public boolean has(HostId host, String vm) {
        String before = host + Topology.VM_INFIX;
        String number = vm.startsWith(before) ? vm.substring(before.length()) : "";
        return number.matches("\\d{1,6}") && Integer.parseInt(number) <= machinesOfHosts.getOrDefault(host, 0);
    }
}
