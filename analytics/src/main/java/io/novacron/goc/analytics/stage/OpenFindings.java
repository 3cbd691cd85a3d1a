package io.novacron.goc.analytics.stage;

import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The findings that last, by what they are about; the bridge from signals, which stand as long as they stand, to facts,
 * which are said once. Whatever fails to be stored is tried again with the next signal.
 */
final class OpenFindings {

    private final Findings findings;
    private final Ids ids;
    private final Map<FindingKey, Finding> open = new HashMap<>();

    OpenFindings(Findings findings, Ids ids) {
        this.findings = findings;
        this.ids = ids;
    }

    /** Goes on with what was open before the restart. */
    void load() {
        findings.open().forEach(finding -> open.put(FindingKey.of(finding), finding));
    }

    List<FindingKey> keys() {
        return List.copyOf(open.keySet());
    }

    /** Records the signal, or lets its finding grow worse, or does nothing because that was said already. */
    void tell(Signal signal) {
        Finding known = open.get(signal.key());
        if (known == null) {
            if (!saidAlready(signal)) {
                open.put(signal.key(), findings.record(finding(signal)));
            }
        } else if (signal.severity().worseThan(known.severity())) {
            open.put(
                    signal.key(),
                    findings.escalate(known.id(), signal.severity(), signal.seen(), signal.explanation()));
        }
    }

    /** Whether it follows from a finding that is open: of the region, or of a fixed limit at the same place. */
    private boolean saidAlready(Signal signal) {
        FindingKey key = signal.key();
        Place place = key.place();
        if (place.zone() != null
                && place.host() == null
                && covers(
                        open.get(new FindingKey(key.detector(), Place.of(place.region()), key.indicator())), signal)) {
            return true;
        }
        return key.detector().equals("same-hour")
                && covers(open.get(new FindingKey("threshold", place, key.indicator())), signal);
    }

    private static boolean covers(@Nullable Finding wider, Signal signal) {
        return wider != null && !signal.severity().worseThan(wider.severity());
    }

    private Finding finding(Signal signal) {
        Severity severity = signal.severity();
        return new Finding(
                ids.next(),
                signal.key().detector(),
                signal.cause(),
                signal.key().place(),
                signal.series(),
                signal.key().indicator(),
                signal.seen(),
                signal.expected(),
                signal.unit(),
                severity,
                signal.since(),
                null,
                signal.explanation());
    }

    void end(FindingKey key, Instant at) {
        Finding known = open.get(key);
        if (known != null) {
            findings.end(known.id(), at);
            open.remove(key);
        }
    }
}
