package io.novacron.goc.telemetry;

import java.util.Collection;
import java.util.Map;

/**
 * Some of the series, as a condition of a query.
 *
 * @param sql on {@code series_id}
 */
record SeriesChoice(String sql, Map<String, ?> parameters) {

    /** Those whose ids lie between the two, both included. */
    static SeriesChoice between(long leastId, long mostId) {
        return new SeriesChoice("series_id between :leastId and :mostId", Map.of("leastId", leastId, "mostId", mostId));
    }

    static SeriesChoice listed(Collection<Long> ids) {
        return new SeriesChoice("series_id = any(:listedIds)", Map.of("listedIds", ids.toArray(Long[]::new)));
    }
}
