package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a series' labels where it was measured. The simulation names {@code region}, {@code zone} and {@code
 * host}; Prometheus names {@code instance}, which is the host and its port, and may add {@code goc_region}.
 */
public final class SeriesPlace {

    private SeriesPlace() {}

    /**
     * The place, or {@code null} when no region and no host is named, or a region, zone or host has a name that
     * nothing here may have.
     */
    public static @Nullable Place of(SeriesKey key) {
        String region = firstOf(key.label("region"), key.label("goc_region"));
        String host = firstOf(key.label("host"), withoutPort(key.label("instance")));
        if (region == null && host == null) {
            return null;
        }
        String zone = firstOf(key.label("zone"), host == null ? null : "default");
        try {
            RegionId regionId = region == null ? RegionId.UNASSIGNED : new RegionId(region);
            return new Place(
                    regionId,
                    zone == null ? null : new ZoneKey(regionId, zone).zone(),
                    host == null ? null : new HostId(host));
        } catch (OperationsException e) {
            return null;
        }
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first != null && !first.isEmpty() ? first : second;
    }

    private static @Nullable String withoutPort(@Nullable String instance) {
        if (instance == null) {
            return null;
        }
        int bracket = instance.indexOf(']');
        if (instance.startsWith("[") && bracket > 0) {
            return instance.substring(1, bracket);
        }
        int colon = instance.lastIndexOf(':');
        boolean port = colon > 0
                && colon < instance.length() - 1
                && instance.chars().skip(colon + 1).allMatch(Character::isDigit);
        return port ? instance.substring(0, colon) : instance;
    }
}
