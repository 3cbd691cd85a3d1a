/**
 * Points at full resolution, compressed in memory. A series is a chain of chunks of 128 bytes; a chunk begins with a
 * whole point and goes on with differences, so that the oldest can be dropped at any time. Times are differences of
 * differences, values either differences of whole numbers (after a shift by some decimals) or exclusive-ors with the
 * value before, as in Pelkonen et al., "Gorilla: A Fast, Scalable, In-Memory Time Series Database", VLDB 2015. Nothing
 * here is an object for each point or each chunk: the collector has a few arrays to look at.
 */
@NullMarked
package io.novacron.goc.telemetry.window;

import org.jspecify.annotations.NullMarked;
