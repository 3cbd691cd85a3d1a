package io.novacron.goc.fleet;

import java.util.List;

/** Enters regions whose whereabouts are known beforehand, such as those of a catalogue. */
public final class Regions {

    private final Fleet fleet;
    private final FleetStore store;

    Regions(Fleet fleet, FleetStore store) {
        this.fleet = fleet;
        this.store = store;
    }

    /** Adds the regions that are not known yet, in this order. */
    public void add(List<Region> regions) {
        for (Region region : regions) {
            if (fleet.add(region)) {
                store.addRegion(region, fleet.indexOf(region.id()));
            }
        }
    }
}
