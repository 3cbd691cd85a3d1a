package io.novacron.goc.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.telemetry.window.Chunks;
import io.novacron.goc.telemetry.window.CompressedPoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The last minutes of every series at full resolution, compressed, in bounded memory. When it is short, the window
 * becomes shorter for all series alike. What was folded before this process began stands in a second set of chains
 * beside the first, so that new points need not wait for it. Batches are added under one lock, which readers take only
 * to copy chunks; the newest point of each series is read without it.
 */
final class LiveWindow implements PointListener, PastPoints, LatePoints {

    private static final long SHORTEST_MS = 1_000;
    private static final long LATE_CUT_EVERY_MS = 10_000;

    private final Duration length;
    private final Clock clock;
    private final Object lock = new Object();
    private final Chunks chunks;
    private final CompressedPoints present;
    private @Nullable CompressedPoints past;
    private final NewestPoints newest = new NewestPoints();
    private final LateStore late = new LateStore();
    private final AtomicLong notKept = new AtomicLong();

    /** What is older may be missing. */
    private volatile long wholeSinceMs;

    private long cutMs;
    private long presentSinceMs;
    private long lateCutMs;
    private int pastUnderWay;

    LiveWindow(Duration length, long bytesMost, Clock clock) {
        this.length = length;
        this.clock = clock;
        this.chunks = new Chunks(bytesMost);
        this.present = new CompressedPoints(chunks);
        this.wholeSinceMs = clock.millis();
        this.presentSinceMs = wholeSinceMs;
        this.cutMs = wholeSinceMs - length.toMillis();
    }

    /** Shows how much memory is in use and how far back it reaches. */
    void measure(MeterRegistry meters) {
        Gauge.builder("goc.telemetry.window.bytes", this, LiveWindow::usedBytes).register(meters);
        Gauge.builder(
                        "goc.telemetry.window.seconds",
                        this,
                        window -> window.reach().toMillis() / 1e3)
                .register(meters);
        Gauge.builder("goc.telemetry.window.points", this, LiveWindow::heldPoints)
                .register(meters);
        meters.gauge("goc.telemetry.window.not.kept", notKept);
    }

    @Override
    public void folded(PointBatch batch) {
        synchronized (lock) {
            int[] series = batch.series();
            long[] times = batch.timestampsMs();
            double[] values = batch.values();
            int highest = highest(series);
            present.ensure(highest);
            newest.ensure(highest);
            moveCut(batch.acceptedAt().toEpochMilli() - length.toMillis());
            for (int i = 0; i < series.length; i++) {
                int index = series[i];
                // A point that was seen before, when a partition is read anew, is left out.
                if (times[i] > newest.timeMs(index)) {
                    keep(present, index, times[i], values[i]);
                    newest.set(index, times[i], values[i]);
                }
            }
        }
    }

    private static int highest(int[] series) {
        int highest = 0;
        for (int index : series) {
            highest = Math.max(highest, index);
        }
        return highest;
    }

    /** Old chunks go when their series needs a new one; the past goes as a whole once all of it is too old. */
    private void moveCut(long toMs) {
        if (toMs <= cutMs) {
            return;
        }
        cutMs = toMs;
        wholeSinceMs = Math.max(wholeSinceMs, toMs);
        if (toMs - lateCutMs > LATE_CUT_EVERY_MS) {
            lateCutMs = toMs;
            late.dropBefore(toMs);
        }
        CompressedPoints before = past;
        if (before != null && cutMs >= presentSinceMs) {
            before.dropBefore(Long.MAX_VALUE);
            past = null;
        }
    }

    private void keep(CompressedPoints where, int index, long timeMs, double value) {
        while (!where.add(index, timeMs, value, cutMs)) {
            if (!makeRoom()) {
                notKept.incrementAndGet();
                return;
            }
        }
    }

    /** Makes the window an eighth shorter, again and again, until a sixteenth of the memory is free. */
    private boolean makeRoom() {
        long now = clock.millis();
        while (chunks.used() > chunks.most() - chunks.most() / 16) {
            long left = now - cutMs;
            if (left < SHORTEST_MS) {
                return chunks.used() < chunks.most();
            }
            moveCut(cutMs + left / 8);
            present.dropBefore(cutMs);
            if (past != null) {
                past.dropBefore(cutMs);
            }
        }
        return true;
    }

    @Override
    public Instant wantedSince() {
        return clock.instant().minus(length);
    }

    @Override
    public void past(PointBatch batch) {
        synchronized (lock) {
            CompressedPoints before = past == null ? new CompressedPoints(chunks) : past;
            past = before;
            int[] series = batch.series();
            int highest = highest(series);
            before.ensure(highest);
            newest.ensure(highest);
            for (int i = 0; i < series.length; i++) {
                long time = batch.timestampsMs()[i];
                int index = series[i];
                if (time >= cutMs && time <= before.lastTimeMs(index)) {
                    pastLate(index, time, batch.values()[i]);
                } else if (time >= cutMs) {
                    keep(before, index, time, batch.values()[i]);
                    if (time > newest.timeMs(index) && present.lastTimeMs(index) == Long.MIN_VALUE) {
                        newest.set(index, time, batch.values()[i]);
                    }
                }
            }
        }
    }

    private void pastLate(int index, long timeMs, double value) {
        if (!isKnown(index, timeMs) && !late.isFull()) {
            late.add(index, timeMs, value);
        }
    }

    @Override
    public void pastBegins() {
        synchronized (lock) {
            pastUnderWay++;
        }
    }

    @Override
    public void pastEnds() {
        synchronized (lock) {
            pastUnderWay--;
        }
    }

    @Override
    public Verdict offer(int seriesIndex, long timeMs, double value) {
        synchronized (lock) {
            if (timeMs < wholeSinceMs) {
                return pastUnderWay > 0 && timeMs >= cutMs ? Verdict.NOT_YET : Verdict.TOO_LATE;
            }
            if (isKnown(seriesIndex, timeMs)) {
                return Verdict.KNOWN;
            }
            if (late.isFull()) {
                return Verdict.TOO_LATE;
            }
            late.add(seriesIndex, timeMs, value);
            return Verdict.NEW;
        }
    }

    private boolean isKnown(int index, long timeMs) {
        CompressedPoints before = past;
        return late.holds(index, timeMs)
                || present.copy(index, timeMs).holds(timeMs)
                || before != null && before.copy(index, timeMs).holds(timeMs);
    }

    @Override
    public void pastIsWhole(Instant since) {
        synchronized (lock) {
            wholeSinceMs = Math.min(wholeSinceMs, Math.max(cutMs, since.toEpochMilli()));
        }
    }

    /** All points of a series that are in memory. */
    Samples recent(int index) {
        return samples(index, new TimeSpan(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** The points of a series in the span that are in memory. */
    Samples samples(int index, TimeSpan span) {
        CompressedPoints.Copy before;
        CompressedPoints.Copy now;
        NavigableMap<Long, Double> afterwards;
        synchronized (lock) {
            afterwards = late.points(index, span);
            CompressedPoints earlier = past;
            before = earlier == null ? null : earlier.copy(index, span.fromMs());
            now = present.copy(index, span.fromMs());
        }
        SamplesBuilder points = new SamplesBuilder(now.size() + (before == null ? 0 : before.size()));
        if (before != null) {
            points.addAll(before, span);
        }
        points.addAll(now, span);
        return afterwards.isEmpty() ? points.build() : points.build().with(afterwards);
    }

    double latest(int index) {
        return newest.value(index);
    }

    long lastSeenMs(int index) {
        return newest.timeMs(index);
    }

    /** From when on every point is in memory, epoch milliseconds. */
    long wholeSinceMs() {
        return wholeSinceMs;
    }

    private Duration reach() {
        return Duration.ofMillis(Math.max(0, clock.millis() - wholeSinceMs));
    }

    private double heldPoints() {
        synchronized (lock) {
            CompressedPoints before = past;
            return (double) (present.held() + (before == null ? 0 : before.held()));
        }
    }

    private double usedBytes() {
        synchronized (lock) {
            return chunks.usedBytes();
        }
    }
}
