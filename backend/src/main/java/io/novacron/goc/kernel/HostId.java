package io.novacron.goc.kernel;

/** Names a host, unique over the whole fleet: at most 128 characters without blanks, slashes or control characters. */
public record HostId(String value) implements Comparable<HostId> {

    public HostId {
        value = Names.checked("host", value, 128);
    }

    @Override
    public int compareTo(HostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
