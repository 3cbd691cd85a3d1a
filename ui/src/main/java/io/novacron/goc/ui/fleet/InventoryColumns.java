package io.novacron.goc.ui.fleet;

import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.fleet.Vm;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.ui.lists.Column;
import io.novacron.goc.ui.lists.Facet;
import io.novacron.goc.ui.lists.FacetedList;
import java.util.List;

/** What the inventory tells of each host and VM. */
record InventoryColumns(Fleet fleet) {

    private static final String NONE =
            "Nothing has reported yet. Connect a source: the admin view shows how, with a line to copy.";

    FacetedList.Definition<Host> hosts() {
        return new FacetedList.Definition<>(
                "host",
                "hosts",
                NONE,
                List.of(
                        Column.<Host>text("host", "Host", host -> host.id().value())
                                .leadingTo(host -> "hosts/" + host.id()),
                        Column.<Host>text("zone", "Zone", host -> host.zone().zone())
                                .leadingTo(host -> "regions/" + host.zone()),
                        Column.<Host>wide("region", "Region", host -> region(host.zone())),
                        Column.text("source", "Told by", Host::source),
                        Column.moment("since", "First seen", Host::firstSeen)),
                List.of(
                        new Facet<>("told", "Told by", Host::source),
                        new Facet<>("in", "Region", host -> region(host.zone()))),
                Host::id);
    }

    FacetedList.Definition<Vm> vms() {
        return new FacetedList.Definition<>(
                "VM",
                "VMs",
                NONE,
                List.of(
                        Column.<Vm>text("vm", "VM", Vm::id).leadingTo(vm -> "vms/" + vm.id()),
                        Column.text("flavor", "Flavor", Vm::flavor),
                        Column.<Vm>text("host", "Host", vm -> vm.host().value()).leadingTo(vm -> "hosts/" + vm.host()),
                        Column.<Vm>wide("region", "Region", this::region),
                        Column.moment("since", "First seen", Vm::firstSeen)),
                List.of(new Facet<>("flavor", "Flavor", Vm::flavor), new Facet<>("in", "Region", this::region)),
                vm -> vm.id() + vm.host());
    }

    private String region(Vm vm) {
        return fleet.host(vm.host()).map(host -> region(host.zone())).orElse("unknown");
    }

    private String region(ZoneKey zone) {
        return fleet.nameOf(zone.region());
    }
}
