package io.novacron.goc.telemetry;

import io.novacron.goc.telemetry.sketch.QuantileSketch;

/**
 * The sketch of a series in one bucket.
 *
 * @param startMs start of the bucket, epoch milliseconds
 */
public record SketchCell(long seriesId, long startMs, QuantileSketch sketch) {}
