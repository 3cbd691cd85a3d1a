package io.novacron.goc.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.novacron.goc.availability.HealthBoard;
import io.novacron.goc.availability.RegionIndicators;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.telemetry.Rollup;
import io.novacron.goc.vitals.VitalSigns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Makes one frame of the board a second, and one more as soon as a state changed, and hands the same one to everybody
 * who looks.
 */
@Service
public class LiveHub {

    /** How many values {@link #quarter()} holds for each region. */
    public static final int QUARTER_POINTS = Quarter.POINTS;

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

    private final Fleet fleet;
    private final HealthBoard board;
    private final VitalSigns vitals;
    private final Clock clock;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UI, Viewer> viewers = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Quarter quarter = new Quarter();
    private volatile Frame newest;
    private volatile int recalls;

    LiveHub(Fleet fleet, HealthBoard board, VitalSigns vitals, Clock clock) {
        this.fleet = fleet;
        this.board = board;
        this.vitals = vitals;
        this.clock = clock;
        this.newest = frameAfter(null);
        board.onChange(this::soon);
    }

    /** Somebody before a screen; all that follows there is told at once, in one message to the browser. */
    private static final class Viewer {

        private final List<Consumer<Frame>> shows = new CopyOnWriteArrayList<>();
        private final LastAnswer answer;
        private final Feed<Frame> feed;

        Viewer(UI ui, Executor executor) {
            answer = LastAnswer.to(ui);
            feed = new Feed<>(ui, this::show, executor);
        }

        private void show(Frame frame) {
            answer.toldAt(frame.atMs());
            shows.forEach(show -> show.accept(frame));
        }
    }

    /** Shows the newest frame each second for as long as the component is on the screen, beginning at once. */
    public void follow(Component component, Consumer<Frame> show) {
        Feed.whileAttached(component, ui -> begin(ui, show));
    }

    private Runnable begin(UI ui, Consumer<Frame> show) {
        viewers.computeIfAbsent(ui, each -> new Viewer(each, executor)).shows.add(show);
        show.accept(newest);
        return () -> viewers.computeIfPresent(ui, (each, viewer) -> {
            viewer.shows.remove(show);
            return viewer.shows.isEmpty() ? null : viewer;
        });
    }

    /**
     * The errors of the last quarter of an hour, 90 values for each region of the newest frame, the oldest first: for
     * each ten seconds the worst, per million, -1 when nothing was heard.
     */
    public synchronized int[] quarter() {
        return quarter.all();
    }

    /**
     * Takes in errors from before this process, for each region of the fleet in its order its rollups.
     *
     * @param errors share of requests that failed, 0 to 1
     */
    synchronized void recall(List<List<Rollup>> errors) {
        for (int region = 0; region < errors.size(); region++) {
            for (Rollup rollup : errors.get(region)) {
                quarter.addEarlier(region, rollup.at().toEpochMilli(), FrameCode.threeDigits(rollup.max() * 1_000_000));
            }
        }
        recalls++;
    }

    /** One more whenever {@link #quarter()} has learnt of what was before. */
    public int recalls() {
        return recalls;
    }

    /** How many people look. */
    public int viewers() {
        return viewers.size();
    }

    /** A change of state does not wait for its second; the many changes of one moment share a frame. */
    private void soon() {
        if (asked.compareAndSet(false, true)) {
            executor.execute(() -> {
                asked.set(false);
                tick();
            });
        }
    }

    /** One at a time: an older frame must not overtake a newer one on its way to the viewers. */
    @Scheduled(fixedRateString = "PT1S")
    synchronized void tick() {
        try {
            Frame frame = frameAfter(newest);
            newest = frame;
            quarter.add(frame);
            viewers.values().forEach(viewer -> viewer.feed.offer(frame));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a frame of the board could not be made");
        }
    }

    private Frame frameAfter(@Nullable Frame before) {
        List<Region> regions = fleet.regions();
        Instant now = clock.instant();
        int[] states = new int[regions.size()];
        int[] values = new int[regions.size() * Frame.VALUES];
        for (int i = 0; i < states.length; i++) {
            Region region = regions.get(i);
            states[i] = board.region(region.id()).state().ordinal();
            put(values, i * Frame.VALUES, board.indicators(region.id()), now);
        }
        return Frame.after(before, now.toEpochMilli(), vitals.now(), states, values);
    }

    private static void put(int[] values, int at, RegionIndicators indicators, Instant now) {
        values[at] = FrameCode.threeDigits(indicators.requestsPerSecond());
        values[at + 1] = FrameCode.threeDigits(indicators.errorRatio() * 1_000_000);
        values[at + 2] = FrameCode.threeDigits(indicators.latencyP99Ms());
        values[at + 3] = indicators.hostsTotal() == 0 ? -1 : indicators.hostsUp();
        values[at + 4] = indicators.hostsTotal() == 0 ? -1 : indicators.hostsTotal();
        Instant last = indicators.lastSampleAt();
        values[at + 5] =
                last == null ? -1 : Math.clamp((now.toEpochMilli() - last.toEpochMilli()) / 100, 0, Integer.MAX_VALUE);
    }
}
