/**
 * Folds batches into 10-second buckets and stores them with their offsets, so that nothing is lost and nothing counts
 * twice.
 */
@NullMarked
package io.novacron.goc.streaming.rollup;

import org.jspecify.annotations.NullMarked;
