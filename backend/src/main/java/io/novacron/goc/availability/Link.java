package io.novacron.goc.availability;

import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Health;

/**
 * The way that traffic takes between two regions, as one of them measures it.
 *
 * @param from who measures
 * @param rttMs there and back, in milliseconds; NaN when nothing was heard lately
 * @param loss the share of packets that is lost; NaN when nothing was heard lately
 */
public record Link(Region from, Region to, double rttMs, double loss) {

    /** What names the other end in the series of a link. */
    public static final String PEER = "peer";

    /** There and back, milliseconds. */
    public static final String RTT = "link_rtt_ms";

    /** Share of the packets that is lost. */
    public static final String LOSS = "link_loss_ratio";

    private static final double SLOW = 2;
    private static final double FAR_TOO_SLOW = 5;
    private static final double LOSSY = 0.01;
    private static final double BROKEN = 0.2;

    /**
     * How it is: degraded when it needs twice what the distance explains or loses 1 %, critical at five times or 20 %,
     * unknown when nothing is heard of it. Without a known distance the loss alone counts.
     */
    public Health state() {
        if (Double.isNaN(rttMs) && Double.isNaN(loss)) {
            return Health.UNKNOWN;
        }
        double slowness = rttMs / from.roundTripMsTo(to);
        if (loss >= BROKEN || slowness >= FAR_TOO_SLOW) {
            return Health.CRITICAL;
        }
        return loss >= LOSSY || slowness >= SLOW ? Health.DEGRADED : Health.OK;
    }
}
