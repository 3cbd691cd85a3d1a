package io.novacron.goc.telemetry;

/**
 * Knows which points were seen, as far back as memory is whole, so that a point that comes after a newer one of its
 * series counts, and counts once.
 */
public interface LatePoints {

    /** What is to be done with a late point. */
    enum Verdict {
        /** It was not seen before, and is remembered from now on. */
        NEW,
        /** It was seen. */
        KNOWN,
        /** It is older than what memory knows, so that nobody can say. */
        TOO_LATE,
        /** Memory is being filled again after a start; ask again. */
        NOT_YET
    }

    Verdict offer(int seriesIndex, long timeMs, double value);
}
