package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.telemetry.Sources;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether a batch may enter now: first by what its sender may send, then by how long the broker takes, last by how many
 * points wait for it. Senders with priority pass the second and have the last fifth of the third for themselves. Who
 * may not is told to send again: it never is an error of his.
 */
final class Admission {

    static final int POINTS_IN_FLIGHT_MOST = 2_000_000;

    private static final int WITHOUT_PRIORITY_MOST = POINTS_IN_FLIGHT_MOST / 5 * 4;
    private static final int BURST_SECONDS = 10;
    private static final int SENDERS_MOST = 10_000;
    private static final double NANOS = 1e9;

    private final AdmissionSettings settings;
    private final Ticker ticker;
    private final Set<String> priority;
    private final Semaphore inFlight = new Semaphore(POINTS_IN_FLIGHT_MOST);
    private final AtomicLong delayNanos = new AtomicLong();
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();
    private volatile long acknowledgedAtNanos;

    Admission(AdmissionSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.priority = Set.copyOf(settings.priority());
        this.acknowledgedAtNanos = ticker.nanos();
    }

    /** What a sender may still send: full at first, filled again with time. */
    private static final class Allowance {

        private final double most;
        private double points;
        private long atNanos;

        Allowance(double most, long atNanos) {
            this.most = most;
            this.points = most;
            this.atNanos = atNanos;
        }

        synchronized boolean take(int wanted, double perSecond, long nowNanos) {
            points = Math.min(most, points + perSecond * (nowNanos - atNanos) / NANOS);
            atNanos = nowNanos;
            // A batch that is larger than the burst passes when nothing was sent before it.
            if (points < Math.min(wanted, most)) {
                return false;
            }
            points -= wanted;
            return true;
        }
    }

    /**
     * Lets a batch in; {@link #leave} must follow.
     *
     * @param source the door and the sender, {@code prometheus:edge-1}
     * @throws OperationsException {@link ErrorCode#OVERLOADED} when it should be sent again later
     */
    void enter(String source, int points) {
        String sender = Sources.sender(source);
        boolean first = priority.contains(sender);
        if (settings.pointsPerSecond() > 0
                && !allowance(sender).take(points, (double) settings.pointsPerSecond(), ticker.nanos())) {
            throw later("%s sends more than its %d points a second".formatted(sender, settings.pointsPerSecond()));
        }
        if (!first && isSlow()) {
            throw later("the broker takes longer than %d ms to acknowledge"
                    .formatted(settings.queueDelay().toMillis()));
        }
        boolean crowded =
                !first && inFlight.availablePermits() - points < POINTS_IN_FLIGHT_MOST - WITHOUT_PRIORITY_MOST;
        if (crowded || !inFlight.tryAcquire(points)) {
            throw later("more than %d points wait for the broker".formatted(WITHOUT_PRIORITY_MOST));
        }
    }

    private static OperationsException later(String why) {
        return new OperationsException(ErrorCode.OVERLOADED, why + "; send again shortly");
    }

    private Allowance allowance(String sender) {
        String known = allowances.containsKey(sender) || allowances.size() < SENDERS_MOST ? sender : "others";
        return allowances.computeIfAbsent(
                known, fresh -> new Allowance((double) settings.pointsPerSecond() * BURST_SECONDS, ticker.nanos()));
    }

    /** What was slow is tried again after as long: only who sends can find out that the broker is quick again. */
    private boolean isSlow() {
        long limit = settings.queueDelay().toNanos();
        return delayNanos.get() > limit && ticker.nanos() - acknowledgedAtNanos < limit;
    }

    /** A batch has left, acknowledged or not, after so long. */
    void leave(int points, Duration after) {
        inFlight.release(points);
        acknowledgedAtNanos = ticker.nanos();
        delayNanos.updateAndGet(before -> before + (after.toNanos() - before) / 4);
    }

    /** Points that wait for the broker. */
    int waiting() {
        return POINTS_IN_FLIGHT_MOST - inFlight.availablePermits();
    }

    /** How long the broker took lately. */
    Duration delay() {
        return Duration.ofNanos(delayNanos.get());
    }
}
