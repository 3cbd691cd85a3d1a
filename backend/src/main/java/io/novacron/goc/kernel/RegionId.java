package io.novacron.goc.kernel;

/**
 * Names a region, for example {@code eu-frankfurt}: lower-case letters, digits, dots, underscores and dashes, at most
 * 64.
 */
public record RegionId(String value) implements Comparable<RegionId> {

    /** Where hosts live that nobody has assigned to a region yet. */
    public static final RegionId UNASSIGNED = new RegionId("unassigned");

    public RegionId {
        value = Names.checked("region", value, 64);
    }

    @Override
    public int compareTo(RegionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
