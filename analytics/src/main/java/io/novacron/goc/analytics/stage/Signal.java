package io.novacron.goc.analytics.stage;

import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.kernel.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Trouble as it stands now: the draft of a finding, or of its growing worse. */
record Signal(
        FindingKey key,
        Cause cause,
        @Nullable String series,
        double seen,
        double expected,
        String unit,
        Severity severity,
        Instant since,
        String explanation) {}
