package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.PointBatch;

/**
 * What a remote-write request holds.
 *
 * @param batch the points that may enter
 * @param accepted samples that may enter, stale markers (which are no points) included
 * @param refused samples of series that break a rule; they are counted by reason
 */
record ParsedWrite(PointBatch batch, int accepted, int refused) {}
