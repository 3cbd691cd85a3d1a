/**
 * What was measured: series, points, rollups, and how to ask for them.
 *
 * <p>A {@link io.novacron.goc.telemetry.SeriesKey} names a series for people and protocols. Its 64-bit id, a keyed
 * hash, names
 * it on the wire and in the database. Its index, a small number given out by the {@link
 * io.novacron.goc.telemetry.SeriesCatalog}
 * of this process, names it in the arrays of the hot path. Points travel as {@link
 * io.novacron.goc.telemetry.PointBatch}es that
 * everybody shares and nobody changes.
 *
 * <p>The room owns three ports. Sources hand batches to a {@link io.novacron.goc.telemetry.TelemetrySink}; a
 * {@link io.novacron.goc.telemetry.PointListener} sees every batch after it was folded; a
 * {@link io.novacron.goc.telemetry.SeriesListener} sees each series once, when it first appears.
 */
@NullMarked
package io.novacron.goc.telemetry;

import org.jspecify.annotations.NullMarked;
