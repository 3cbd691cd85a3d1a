package io.novacron.goc.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Answers questions of screens: what was, and then at every step what is. */
@Service
public class LiveQueries {

    private static final Logger LOG = LoggerFactory.getLogger(LiveQueries.class);

    private final Queries queries;
    private final Clock clock;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    LiveQueries(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A question that is asked again and again. */
    private static final class Watch {
        private final Question question;
        private final long stepMs;
        private final Feed<QueryAnswer> feed;
        private volatile long askedMs;

        Watch(Question question, long stepMs, Feed<QueryAnswer> feed) {
            this.question = question;
            this.stepMs = stepMs;
            this.feed = feed;
        }
    }

    /**
     * The answer for all steps up to now.
     *
     * @throws OperationsException as {@link Queries#range}
     */
    public QueryAnswer past(Question question, Duration length, Duration step) {
        Instant until = Instant.ofEpochMilli(clock.millis() / step.toMillis() * step.toMillis());
        return queries.ask(question, new TimeRange(until.minus(length), until), step);
    }

    /** Shows the answer of each new step while the component is on the screen. */
    public void follow(Component component, Question question, Duration step, Consumer<QueryAnswer> show) {
        Feed.whileAttached(component, ui -> begin(ui, question, step, show));
    }

    private Runnable begin(UI ui, Question question, Duration step, Consumer<QueryAnswer> show) {
        Watch watch = new Watch(question, step.toMillis(), new Feed<>(ui, show, executor));
        watch.askedMs = clock.millis() / watch.stepMs * watch.stepMs;
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    @Scheduled(fixedRateString = "PT1S", initialDelayString = "PT0.5S")
    void tick() {
        long now = clock.millis();
        for (Watch watch : watches) {
            long step = now / watch.stepMs * watch.stepMs;
            if (step > watch.askedMs) {
                watch.askedMs = step;
                executor.execute(() -> ask(watch, step));
            }
        }
    }

    private void ask(Watch watch, long atMs) {
        try {
            watch.feed.offer(queries.ask(watch.question, Instant.ofEpochMilli(atMs), Duration.ofMillis(watch.stepMs)));
        } catch (OperationsException e) {
            LOG.atDebug().addKeyValue("reason", e.explanation()).log("a question of a screen was not answered");
        }
    }
}
