package io.novacron.goc.incidents;

import io.novacron.goc.kernel.Sha256;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Ties each entry of a timeline to the one before it, so that whoever alters or removes one breaks the rest. */
final class TimelineChain {

    static final byte[] BEGINNING = new byte[32];

    private TimelineChain() {}

    /** An entry with the hash that was stored with it; empty when it is older than the chain. */
    record Stored(TimelineEntry entry, byte[] hash) {}

    static byte[] after(byte[] before, TimelineEntry entry) {
        return Sha256.chained(
                before,
                List.of(
                        entry.kind().name(),
                        entry.author().name(),
                        Boolean.toString(entry.author().machine()),
                        entry.occurredAt().truncatedTo(ChronoUnit.MICROS).toString(),
                        entry.recordedAt().truncatedTo(ChronoUnit.MICROS).toString(),
                        entry.text()));
    }

    /** The id of the first entry that does not fit the one before it. */
    static OptionalLong firstBroken(List<Stored> oldestFirst) {
        byte[] before = BEGINNING;
        boolean chained = false;
        for (Stored stored : oldestFirst) {
            boolean olderThanTheChain = !chained && stored.hash().length == 0;
            if (!olderThanTheChain && !Arrays.equals(stored.hash(), after(before, stored.entry()))) {
                return OptionalLong.of(stored.entry().id());
            }
            chained = !olderThanTheChain;
            before = stored.hash();
        }
        return OptionalLong.empty();
    }
}
