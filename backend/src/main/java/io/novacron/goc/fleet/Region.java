package io.novacron.goc.fleet;

import io.novacron.goc.kernel.RegionId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A region of the fleet.
 *
 * @param latitude degrees north, or {@code null} when nobody knows where it is
 * @param longitude degrees east
 * @param simulated whether it is a model and not the world; screens say so
 */
public record Region(
        RegionId id,
        String name,
        String country,
        String continent,
        @Nullable Double latitude,
        @Nullable Double longitude,
        ZoneId timeZone,
        boolean simulated) {

    private static final double EARTH_RADIUS_KM = 6_371;
    /** Light in glass goes 200 km in a millisecond; cables are half as long again as the straight line. */
    private static final double ROUND_TRIP_MS_A_KM = 0.015;

    private static final double EQUIPMENT_MS = 2;

    /** The great-circle distance (haversine) in kilometres; NaN when nobody knows where one of the two is. */
    public double kilometresTo(Region other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return Double.NaN;
        }
        double here = Math.toRadians(latitude);
        double there = Math.toRadians(other.latitude);
        double north = Math.sin((there - here) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double square = north * north + Math.cos(here) * Math.cos(there) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square)));
    }

    /** What a good link needs to the other region and back, in milliseconds; NaN without the distance. */
    public double roundTripMsTo(Region other) {
        return EQUIPMENT_MS + ROUND_TRIP_MS_A_KM * kilometresTo(other);
    }
}
