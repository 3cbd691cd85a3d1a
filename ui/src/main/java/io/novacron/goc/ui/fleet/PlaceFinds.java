package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.ui.shell.Findable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Regions by name, country or id; zones by {@code region/zone}; hosts and VMs by how their id begins. */
@Service
final class PlaceFinds implements Findable {

    private final Fleet fleet;

    PlaceFinds(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Class<? extends Component> view() {
        return BoardView.class;
    }

    @Override
    public List<Found> find(String text, int most) {
        List<Found> found = new ArrayList<>(regions(text).limit(most).toList());
        zones(text).limit(most).forEach(found::add);
        fleet.hostsFrom(text, most)
                .forEach(host -> found.add(
                        new Found("host", host.id().value(), host.zone().toString(), "hosts/" + host.id())));
        fleet.vmsFrom(text, most)
                .forEach(vm -> found.add(new Found("VM", vm.id(), "on " + vm.host(), "vms/" + vm.id())));
        return found;
    }

    private Stream<Found> regions(String text) {
        return fleet.regions().stream()
                .filter(region -> Stream.of(
                                region.name(), region.country(), region.id().value())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text)))
                .map(region -> new Found("region", region.name(), region.country(), "regions/" + region.id()));
    }

    private Stream<Found> zones(String text) {
        String[] words = text.split("[/ ]+", 3);
        if (words.length != 2) {
            return Stream.empty();
        }
        return fleet.regions().stream()
                .filter(region -> isNamed(region, words[0]))
                .flatMap(region -> fleet.zones(region.id()).stream()
                        .filter(zone -> zone.zone().toLowerCase(Locale.ROOT).startsWith(words[1]))
                        .map(zone -> new Found("zone", region.name() + " / " + zone.zone(), "", "regions/" + zone)));
    }

    private static boolean isNamed(Region region, String text) {
        return region.name().toLowerCase(Locale.ROOT).contains(text)
                || region.id().value().contains(text);
    }
}
