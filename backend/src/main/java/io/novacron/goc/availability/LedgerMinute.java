package io.novacron.goc.availability;

import io.novacron.goc.kernel.RegionId;
import java.time.Instant;

/**
 * What a region went through in one minute, or the part of it that was watched.
 *
 * @param seconds in each state, by the order of {@link io.novacron.goc.kernel.Health}
 */
record LedgerMinute(RegionId region, Instant minute, double requests, double failed, double[] seconds) {}
