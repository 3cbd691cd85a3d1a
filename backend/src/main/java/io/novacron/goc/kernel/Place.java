package io.novacron.goc.kernel;

import org.jspecify.annotations.Nullable;

/** Where something happens: a region, a zone of it, or a host in that zone. */
public record Place(
        RegionId region, @Nullable String zone, @Nullable HostId host) {

    public static Place of(RegionId region) {
        return new Place(region, null, null);
    }

    public static Place of(ZoneKey zone) {
        return new Place(zone.region(), zone.zone(), null);
    }

    /** The zone as a key, or {@code null} when the place is a whole region. */
    public @Nullable ZoneKey zoneKey() {
        return zone == null ? null : new ZoneKey(region, zone);
    }

    /** Whether the other place is this one or a part of it. */
    public boolean holds(Place other) {
        return region.equals(other.region())
                && (zone == null || zone.equals(other.zone()))
                && (host == null || host.equals(other.host()));
    }

    /** For people and logs: {@code eu-frankfurt / b / host-17}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(region.value());
        if (zone != null) {
            text.append(" / ").append(zone);
        }
        if (host != null) {
            text.append(" / ").append(host);
        }
        return text.toString();
    }
}
