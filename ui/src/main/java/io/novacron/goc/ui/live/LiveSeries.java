package io.novacron.goc.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.telemetry.Samples;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Telemetry;
import io.novacron.goc.telemetry.TimeSpan;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Feeds live charts: the newest common point of a few series each second, when there is a newer one. */
@Service
public class LiveSeries {

    private static final long ONCE_HEARD_MS = 20_000;
    private static final long SHORTEST_MS = 3_000;
    private static final long OTHERS_WITHIN_MS = 600;

    private final Telemetry telemetry;
    private final Clock clock;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    LiveSeries(Telemetry telemetry, Clock clock) {
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** A point of all series of a chart. */
    public record Point(long timeMs, double[] values) {}

    /** The points of the last minutes of all series, by the times of the first; NaN where another has none. */
    public record Past(long[] timesMs, double[][] values) {}

    /** A chart that follows. */
    private static final class Watch {
        private final List<SeriesKey> keys;
        private final Feed<Point> feed;
        private long lastMs;
        private long waitedForMs = Long.MIN_VALUE;
        private long waitingSinceMs;

        Watch(List<SeriesKey> keys, Feed<Point> feed, long lastMs) {
            this.keys = keys;
            this.feed = feed;
            this.lastMs = lastMs;
        }

        /** Whether the other series of this point may still be on their way. */
        boolean waitsFor(long pointMs, long nowMs) {
            if (pointMs != waitedForMs) {
                waitedForMs = pointMs;
                waitingSinceMs = nowMs;
            }
            return nowMs - waitingSinceMs < OTHERS_WITHIN_MS;
        }
    }

    /** What is in memory of the series now. */
    public Past past(List<SeriesKey> keys) {
        Samples first = telemetry.recent(keys.getFirst());
        double[][] values = new double[keys.size()][];
        for (int series = 0; series < values.length; series++) {
            values[series] = aligned(first.timestampsMs(), telemetry.recent(keys.get(series)));
        }
        return new Past(first.timestampsMs(), values);
    }

    private static double[] aligned(long[] times, Samples samples) {
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            int at = Arrays.binarySearch(samples.timestampsMs(), times[i]);
            values[i] = at >= 0 ? samples.values()[at] : Double.NaN;
        }
        return values;
    }

    /** The newest value of a series, NaN when there is none. */
    public double latest(SeriesKey key) {
        return telemetry.latest(key);
    }

    /**
     * When the newest point of a series was measured, epoch milliseconds; {@link Long#MIN_VALUE} when there is none.
     */
    public long lastSeenMs(SeriesKey key) {
        Instant seen = telemetry.lastSeen(key);
        return seen == null ? Long.MIN_VALUE : seen.toEpochMilli();
    }

    /** Whether the series was heard within three of its own intervals; a series heard once counts for a minute. */
    public boolean isFresh(SeriesKey key, long nowMs) {
        Samples samples = telemetry.recent(key);
        int size = samples.size();
        if (size == 0) {
            return false;
        }
        long last = samples.timestampsMs()[size - 1];
        long interval = size < 2 ? ONCE_HEARD_MS : last - samples.timestampsMs()[size - 2];
        return nowMs - last <= Math.max(SHORTEST_MS, 3 * interval);
    }

    /** How often the series comes, in seconds, as far as its newest two points tell; 1 otherwise. */
    public int intervalSeconds(SeriesKey key) {
        Samples samples = telemetry.recent(key);
        int size = samples.size();
        return size < 2
                ? 1
                : (int) Math.max(
                        1, Math.round((samples.timestampsMs()[size - 1] - samples.timestampsMs()[size - 2]) / 1e3));
    }

    /** The series that belong to a host, by its labels. */
    public List<Series> ofHost(HostId host, int most) {
        return telemetry.ofHost(host, most);
    }

    /** Shows each new point of the series while the component is on the screen. */
    public void follow(Component component, List<SeriesKey> keys, Consumer<Point> show) {
        Feed.whileAttached(component, ui -> begin(ui, keys, show));
    }

    private Runnable begin(UI ui, List<SeriesKey> keys, Consumer<Point> show) {
        Watch watch = new Watch(keys, new Feed<>(ui, show, executor), Long.MIN_VALUE);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    /** Four times a second: to see that nothing is new costs next to nothing, and what is new is soon on the screen. */
    @Scheduled(fixedRateString = "PT0.25S", initialDelayString = "PT0.25S")
    void tick() {
        for (Watch watch : watches) {
            Point point = newest(watch);
            if (point != null) {
                watch.lastMs = point.timeMs();
                watch.feed.offer(point);
            }
        }
    }

    private @Nullable Point newest(Watch watch) {
        long at = lastSeenMs(watch.keys.getFirst());
        if (at <= watch.lastMs) {
            return null;
        }
        TimeSpan then = new TimeSpan(at, at);
        boolean missing = false;
        double[] values = new double[watch.keys.size()];
        for (int series = 0; series < values.length; series++) {
            Samples samples = telemetry.samples(watch.keys.get(series), then);
            values[series] = samples.size() == 0 ? Double.NaN : samples.values()[0];
            missing |= samples.size() == 0;
        }
        // The series of a chart come by several partitions, a moment apart; one that fell silent is not waited for.
        return missing && watch.waitsFor(at, clock.millis()) ? null : new Point(at, values);
    }
}
