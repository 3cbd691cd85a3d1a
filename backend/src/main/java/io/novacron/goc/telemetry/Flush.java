package io.novacron.goc.telemetry;

import java.util.List;

/**
 * What one partition folded since its last flush, stored in one transaction.
 *
 * @param expectedOffset where the partition must stand in the database for the flush to count
 * @param nextOffset where it stands afterwards
 * @param definitions series that may be new to the database
 * @param sketches of the series that ask for them, one a bucket of ten seconds
 * @param backfill points from long ago, beside the segments
 */
public record Flush(
        String topic,
        int partition,
        long expectedOffset,
        long nextOffset,
        List<Series> definitions,
        List<Segment> segments,
        List<SketchCell> sketches,
        Backfill backfill) {}
