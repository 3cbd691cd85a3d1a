package io.novacron.goc.reporting;

import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report and how far it has come.
 *
 * @param progressPercent 0 to 100
 * @param bytes size of the document, 0 until it is ready
 * @param sha256 fingerprint of the document, in hex
 * @param error why it failed, in words for the one who asked
 */
public record Report(
        UUID id,
        ReportKind kind,
        String title,
        TimeRange period,
        ReportState state,
        int progressPercent,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        long bytes,
        @Nullable String sha256,
        @Nullable String error) {

    /** A name for the file when somebody keeps it. */
    public String fileName() {
        return "novacron-%s-%s.pdf"
                .formatted(
                        kind.name().toLowerCase(java.util.Locale.ROOT),
                        period.until().toString().substring(0, 10));
    }
}
