package io.novacron.goc.ui.fleet;

import io.novacron.goc.fleet.Region;
import org.jspecify.annotations.Nullable;

/** A region as the board's elements in the browser know it. */
record RegionDots(
        String id,
        String name,
        String country,
        @Nullable Double lat,
        @Nullable Double lon) {

    static RegionDots of(Region region) {
        return new RegionDots(
                region.id().value(), region.name(), region.country(), region.latitude(), region.longitude());
    }
}
