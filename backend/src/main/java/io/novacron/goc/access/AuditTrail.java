package io.novacron.goc.access;

import io.novacron.goc.kernel.AuditedEvent;
import io.novacron.goc.kernel.Sha256;
import io.novacron.goc.kernel.TimeRange;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that somebody changed. An entry is written in the transaction of the change, and its hash covers the entry
 * before it: whoever alters or removes one breaks the chain from there on.
 */
@Service
public class AuditTrail {

    private static final int SUBJECT_LONGEST = 200;
    private static final int DETAIL_LONGEST = 1_000;

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRED)
    void record(AuditedEvent event) {
        AuditEntry entry = new AuditEntry(
                0,
                event.occurredAt().truncatedTo(ChronoUnit.MICROS),
                event.actor(),
                line(event.action(), SUBJECT_LONGEST),
                line(event.subject(), SUBJECT_LONGEST),
                line(event.detail(), DETAIL_LONGEST));
        store.append(entry, chained(store.lastHash(), entry));
    }

    /** The newest entries first. */
    public List<AuditEntry> recent(int most) {
        return store.recent(most);
    }

    /** The entries of a period, newest first. */
    public List<AuditEntry> within(TimeRange range, int most) {
        return store.within(range, most);
    }

    /** Checks the whole chain; returns the id of the first entry that does not fit, if there is one. */
    public OptionalLong firstBroken() {
        byte[][] last = {new byte[32]};
        long[] broken = {0};
        store.forEach((entry, hash) -> {
            if (broken[0] == 0 && !Arrays.equals(hash, chained(last[0], entry))) {
                broken[0] = entry.id();
            }
            last[0] = hash;
        });
        return broken[0] == 0 ? OptionalLong.empty() : OptionalLong.of(broken[0]);
    }

    /** One line of at most so many characters that the database takes: it refuses NUL and halves of characters. */
    private static String line(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static byte[] chained(byte[] before, AuditEntry entry) {
        return Sha256.chained(
                before,
                List.of(
                        entry.occurredAt().toString(),
                        entry.actor().name(),
                        Boolean.toString(entry.actor().machine()),
                        entry.action(),
                        entry.subject(),
                        entry.detail()));
    }
}
