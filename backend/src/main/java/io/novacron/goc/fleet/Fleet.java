package io.novacron.goc.fleet;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All regions, zones, hosts and VMs, in memory. Regions keep their place in the order for as long as the process lives,
 * so that a live board may name them by number.
 */
public final class Fleet {

    private final Map<RegionId, Region> regions = new ConcurrentHashMap<>();
    private final Map<RegionId, Integer> positions = new ConcurrentHashMap<>();
    private final Map<HostId, Host> hosts = new ConcurrentHashMap<>();
    private final Map<ZoneKey, TreeMap<HostId, Host>> hostsByZone = new HashMap<>();
    private final Map<RegionId, TreeSet<ZoneKey>> zonesByRegion = new HashMap<>();
    private final ConcurrentSkipListMap<String, Host> hostsByName = new ConcurrentSkipListMap<>();
    private final Map<HostId, TreeMap<String, Vm>> vmsByHost = new HashMap<>();
    private final ConcurrentSkipListMap<String, Vm> vmsByName = new ConcurrentSkipListMap<>();
    private volatile List<Region> ordered = List.of();
    private int zones;
    private int vms;

    /** All regions in their order. */
    public List<Region> regions() {
        return ordered;
    }

    /** Whether there is the region, and the zone of it when one is named; hosts are not looked at. */
    public boolean hasZoneOrRegion(Place place) {
        ZoneKey zone = place.zoneKey();
        return zone == null
                ? region(place.region()).isPresent()
                : zones(place.region()).contains(zone);
    }

    public Optional<Region> region(RegionId id) {
        return Optional.ofNullable(regions.get(id));
    }

    /** The name of a region for people; its id when it is unknown. */
    public String nameOf(RegionId id) {
        return region(id).map(Region::name).orElse(id.value());
    }

    /** The place of a region in {@link #regions()}, or -1. */
    public int indexOf(RegionId id) {
        return positions.getOrDefault(id, -1);
    }

    public Optional<Host> host(HostId id) {
        return Optional.ofNullable(hosts.get(id));
    }

    /** The zones of a region, by name. */
    public synchronized List<ZoneKey> zones(RegionId region) {
        return List.copyOf(zonesByRegion.getOrDefault(region, new TreeSet<>()));
    }

    /** The hosts of a zone, by id. */
    public synchronized List<Host> hosts(ZoneKey zone) {
        return List.copyOf(hostsByZone.getOrDefault(zone, new TreeMap<>()).values());
    }

    /** The VMs that a host has reported, by id. */
    public synchronized List<Vm> vms(HostId host) {
        return List.copyOf(vmsByHost.getOrDefault(host, new TreeMap<>()).values());
    }

    /** A VM by its id; of one that several hosts have reported, the one on the host that reported it last. */
    public Optional<Vm> vm(String id) {
        return Optional.ofNullable(vmsByName.get(id));
    }

    /** Hosts by id, at most so many. */
    public List<Host> hosts(int most) {
        return hostsByName.values().stream().limit(most).toList();
    }

    /** VMs by id, at most so many. */
    public List<Vm> vms(int most) {
        return vmsByName.values().stream().limit(most).toList();
    }

    /** Hosts whose id begins with the text, by id. */
    public List<Host> hostsFrom(String text, int most) {
        return beginningWith(hostsByName, text, most);
    }

    /** VMs whose id begins with the text, by id. */
    public List<Vm> vmsFrom(String text, int most) {
        return beginningWith(vmsByName, text, most);
    }

    private static <T> List<T> beginningWith(ConcurrentSkipListMap<String, T> byName, String text, int most) {
        return byName.tailMap(text).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(text))
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }

    public synchronized FleetCounts counts() {
        return new FleetCounts(ordered.size(), zones, hosts.size(), vms);
    }

    /** Adds a region; false when it is known. */
    synchronized boolean add(Region region) {
        if (regions.putIfAbsent(region.id(), region) != null) {
            return false;
        }
        positions.put(region.id(), ordered.size());
        List<Region> more = new ArrayList<>(ordered);
        more.add(region);
        ordered = List.copyOf(more);
        return true;
    }

    /** Adds a zone; false when it is known. */
    synchronized boolean add(ZoneKey zone) {
        boolean fresh = zonesByRegion
                .computeIfAbsent(zone.region(), none -> new TreeSet<>())
                .add(zone);
        if (fresh) {
            zones++;
        }
        return fresh;
    }

    /** Adds a host and its zone; false when it is known. */
    synchronized boolean add(Host host) {
        if (hosts.putIfAbsent(host.id(), host) != null) {
            return false;
        }
        hostsByName.put(host.id().value(), host);
        add(host.zone());
        hostsByZone.computeIfAbsent(host.zone(), none -> new TreeMap<>()).put(host.id(), host);
        return true;
    }

    /** Adds a VM; false when it is known. */
    synchronized boolean add(Vm vm) {
        boolean fresh =
                vmsByHost.computeIfAbsent(vm.host(), none -> new TreeMap<>()).putIfAbsent(vm.id(), vm) == null;
        if (fresh) {
            vms++;
            vmsByName.put(vm.id(), vm);
        }
        return fresh;
    }
}
