package io.novacron.goc.kernel;

/** Names an availability zone within its region, for example {@code eu-frankfurt/b}. */
public record ZoneKey(RegionId region, String zone) implements Comparable<ZoneKey> {

    public ZoneKey {
        zone = Names.checked("zone", zone, 64);
    }

    @Override
    public int compareTo(ZoneKey other) {
        int byRegion = region.compareTo(other.region);
        return byRegion != 0 ? byRegion : zone.compareTo(other.zone);
    }

    @Override
    public String toString() {
        return region + "/" + zone;
    }
}
