package io.novacron.goc.telemetry.promql;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Ticker;
import java.time.Duration;

/** What one query may cost, so that none takes the house away from others. */
public final class Budget {

    private final Ticker ticker;
    private final long pointsMost;
    private final Duration longest;
    private final long startNanos;
    private long points;

    /**
     * @param pointsMost how many points a query may look at
     * @param longest how long it may compute
     */
    public Budget(Ticker ticker, long pointsMost, Duration longest) {
        this.ticker = ticker;
        this.pointsMost = pointsMost;
        this.longest = longest;
        this.startNanos = ticker.nanos();
    }

    /**
     * Counts points that are about to be looked at.
     *
     * @throws OperationsException {@link ErrorCode#TOO_LARGE} when that is too many
     */
    void look(long more) {
        points += more;
        if (points > pointsMost) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the query looks at more than %,d points; ask for fewer series or a shorter time"
                            .formatted(pointsMost));
        }
        if (ticker.nanos() - startNanos > longest.toNanos()) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the query takes longer than %d s; ask for fewer series or a shorter time"
                            .formatted(longest.toSeconds()));
        }
    }
}
