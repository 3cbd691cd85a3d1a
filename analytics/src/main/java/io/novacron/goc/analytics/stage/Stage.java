package io.novacron.goc.analytics.stage;

import io.novacron.goc.analytics.detect.SilenceDetector;
import io.novacron.goc.intelligence.Baseline;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Pulse;
import io.novacron.goc.telemetry.Inflow;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.PointListener;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Feeds every batch to the detectors, and turns what they say into findings on a thread of its own. */
@Component
final class Stage implements PointListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration STOOD_STILL = Duration.ofSeconds(3);
    /** How long nothing at all may come in before that is taken for silence. */
    private static final long STALL_GRACE_MS = 30_000;

    private final Clock clock;
    private final Duration calmFor;
    private final Watchlist watchlist;
    private final Silences silences;
    private final Inflow inflow = new Inflow(STALL_GRACE_MS);
    private final OpenFindings open;
    private final Object lock = new Object();
    private final Pulse pulse;

    Stage(AnalyticsSettings settings, SeriesCatalog catalog, Findings findings, Ids ids, Clock clock) {
        this.clock = clock;
        this.calmFor = settings.calmFor();
        this.watchlist = new Watchlist(settings);
        this.silences = new Silences(settings.silenceIntervals());
        this.open = new OpenFindings(findings, ids);
        this.pulse = new Pulse("analytics-stage", EVERY, clock, this::beat, Stage::failed);
        catalog.listen(this::discovered);
    }

    private void discovered(List<Series> fresh) {
        synchronized (lock) {
            fresh.forEach(series -> {
                watchlist.add(series);
                silences.add(series);
            });
        }
    }

    @Override
    public void folded(PointBatch batch) {
        boolean grave;
        synchronized (lock) {
            inflow.folded(batch, clock.millis());
            silences.fold(batch);
            grave = watchlist.fold(batch);
        }
        if (grave) {
            pulse.wake();
        }
    }

    /** Series whose usual hours are worth learning. */
    List<Series> seasonal() {
        synchronized (lock) {
            return watchlist.seasonal();
        }
    }

    /** Says what is usual from now on, by stored series id. */
    void usual(Map<Long, Baseline> baselines) {
        synchronized (lock) {
            watchlist.usual(baselines);
        }
    }

    /** Records what is new, lets grow worse what did, ends what is over. */
    void evaluate() {
        Instant now = clock.instant();
        List<Signal> signals = new ArrayList<>();
        List<FindingKey> over = new ArrayList<>();
        synchronized (lock) {
            long referenceMs = inflow.referenceMs(now.toEpochMilli());
            signals.addAll(watchlist.signals());
            signals.addAll(silences.signals(referenceMs, inflow.resumedMs()));
            for (FindingKey key : open.keys()) {
                long clean = key.detector().equals(SilenceDetector.NAME)
                        ? silences.freshForMs(key, referenceMs)
                        : watchlist.cleanForMs(key);
                if (clean >= calmFor.toMillis()) {
                    over.add(key);
                }
            }
        }
        signals.forEach(open::tell);
        over.forEach(key -> open.end(key, now));
    }

    /** Goes on with the findings that were open before the restart. */
    void resume() {
        open.load();
    }

    @Override
    public void start() {
        resume();
        pulse.start();
    }

    private void beat(Duration overslept) {
        if (overslept.compareTo(STOOD_STILL) > 0) {
            stoodStill();
        }
        evaluate();
    }

    /** This process was kept from listening: whoever seems silent only has not been heard. */
    void stoodStill() {
        synchronized (lock) {
            inflow.resumed(clock.millis());
        }
    }

    private static void failed(RuntimeException e) {
        if (e instanceof DataAccessException || e instanceof TransactionException) {
            LOG.atWarn().setCause(e).log("findings could not be stored; the next try follows");
        } else {
            LOG.atError().setCause(e).log("the detectors' opinions could not be worked out; the next try follows");
        }
    }

    @Override
    public void stop() {
        pulse.stop();
    }

    @Override
    public boolean isRunning() {
        return pulse.isRunning();
    }
}
