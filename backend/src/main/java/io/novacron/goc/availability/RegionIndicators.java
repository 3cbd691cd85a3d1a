package io.novacron.goc.availability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest figures of a region; NaN where there are none.
 *
 * @param errorRatio share of requests that fail, 0 to 1
 * @param hostsUp hosts that were heard within their interval
 * @param lastSampleAt when anything of the region was last heard
 */
public record RegionIndicators(
        double requestsPerSecond,
        double errorRatio,
        double latencyP99Ms,
        int hostsUp,
        int hostsTotal,
        @Nullable Instant lastSampleAt) {

    public static final RegionIndicators NONE = new RegionIndicators(Double.NaN, Double.NaN, Double.NaN, 0, 0, null);
}
