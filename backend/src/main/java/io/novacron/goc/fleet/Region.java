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
        boolean simulated) {}
