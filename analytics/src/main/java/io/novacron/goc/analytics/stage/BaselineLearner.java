package io.novacron.goc.analytics.stage;

import io.novacron.goc.analytics.detect.RobustBaseline;
import io.novacron.goc.analytics.detect.SameHourDetector;
import io.novacron.goc.intelligence.Baselines;
import io.novacron.goc.intelligence.LearntHour;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.Rollup;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Learns after each hour what every watched indicator did in it, from the stored rollups, and tells the stage at each
 * hour what is usual in it. Hours missed while the house was down are made up as far as the rollups reach.
 */
@Component
final class BaselineLearner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BaselineLearner.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    /** Rollups of an hour may be stored this late. */
    private static final Duration SETTLING = Duration.ofMinutes(3);

    /** The start has more urgent work than this. */
    private static final Duration QUIET = Duration.ofMinutes(2);

    private static final int MOST_HOURS = 4;
    private static final int CHUNK = 500;

    private final Stage stage;
    private final Baselines baselines;
    private final Telemetry telemetry;
    private final Clock clock;
    private final Semaphore stopping = new Semaphore(0);
    private final Instant quietUntil;
    private @Nullable Instant toldHour;
    private @Nullable Instant lookedThrough;
    private volatile @Nullable Thread thread;

    BaselineLearner(Stage stage, Baselines baselines, Telemetry telemetry, Clock clock) {
        this.stage = stage;
        this.baselines = baselines;
        this.telemetry = telemetry;
        this.clock = clock;
        this.quietUntil = clock.instant().plus(QUIET);
    }

    /** Learns the hours that are over and not learnt yet, and tells what is usual when a new hour has begun. */
    void look() {
        Instant now = clock.instant();
        Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
        if (!thisHour.equals(toldHour)) {
            stage.usual(baselines.usualAt(now));
            toldHour = thisHour;
        }
        if (now.isBefore(quietUntil)) {
            return;
        }
        Instant lastHour = now.minus(SETTLING).truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
        for (Instant hour = firstDue(lastHour); !hour.isAfter(lastHour); hour = hour.plus(1, ChronoUnit.HOURS)) {
            learn(hour, now);
            lookedThrough = hour;
        }
    }

    private Instant firstDue(Instant lastHour) {
        if (lookedThrough == null) {
            lookedThrough = baselines.newestHour().orElse(Instant.EPOCH);
        }
        Instant earliest = lastHour.minus(MOST_HOURS - 1L, ChronoUnit.HOURS);
        Instant next = lookedThrough.plus(1, ChronoUnit.HOURS);
        return next.isAfter(earliest) ? next : earliest;
    }

    private void learn(Instant hour, Instant now) {
        TimeRange range = new TimeRange(hour, hour.plus(1, ChronoUnit.HOURS));
        List<LearntHour> learnt = new ArrayList<>();
        int all = 0;
        for (Series series : stage.seasonal()) {
            double[] means = telemetry.history(series.key(), range).stream()
                    .mapToDouble(Rollup::mean)
                    .toArray();
            if (means.length >= SameHourDetector.LEAST_SAMPLES) {
                learnt.add(new LearntHour(series.id(), hour, RobustBaseline.of(means)));
                all++;
            }
            if (learnt.size() == CHUNK) {
                baselines.learn(learnt, now);
                learnt.clear();
            }
        }
        baselines.learn(learnt, now);
        LOG.atInfo().addKeyValue("hour", hour).addKeyValue("series", all).log("learnt what is usual");
    }

    @Override
    public void start() {
        Thread learner = Thread.ofPlatform().daemon().name("baseline-learner").unstarted(this::watch);
        thread = learner;
        learner.start();
    }

    private void watch() {
        while (thread == Thread.currentThread()) {
            try {
                look();
            } catch (DataAccessException | TransactionException e) {
                LOG.atWarn().setCause(e).log("what is usual could not be learnt; the next try follows");
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("what is usual could not be worked out; the next try follows");
            }
            try {
                if (stopping.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void stop() {
        Thread learner = thread;
        thread = null;
        if (learner != null) {
            stopping.release();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
