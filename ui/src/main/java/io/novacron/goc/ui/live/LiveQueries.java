package io.novacron.goc.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.QueryAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Answers questions of screens: what was, and then at every step what is. Who asks the same shares the answer, so that
 * a hundred people who look at one region cost as much as one of them.
 */
@Service
public class LiveQueries {

    private static final Logger LOG = LoggerFactory.getLogger(LiveQueries.class);
    /** How many questions are computed at once: more would only wait for each other. */
    private static final int AT_ONCE = 4;

    private static final String DATABASE_AWAY =
            "The database does not answer, so that older times cannot be shown; live charts go on. Try again soon.";

    private final Queries queries;
    private final Clock clock;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Map<Asked, Followed> followed = new ConcurrentHashMap<>();

    LiveQueries(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** An expression, and how long before the time that is shown it is asked for. */
    public record Ask(String expression, Duration back) {}

    /** The answers of one moment, in the order they were asked for. */
    public record Answers(long atMs, List<QueryAnswer> answers) {}

    private record Asked(List<Ask> asks, Duration step) {}

    /** What is asked again and again, and for whom. */
    private static final class Followed {
        private final Set<Feed<Answers>> viewers = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile long askedMs;
        private volatile @Nullable Answers newest;
    }

    /**
     * Asks for all steps of a span in the background.
     *
     * @param span the span at a moment
     * @param show the answers, in the order of the questions; in the user's session
     * @param refused why there is no answer
     */
    public void ask(
            UI ui,
            List<Ask> asks,
            Function<Instant, TimeRange> span,
            Duration step,
            Consumer<List<QueryAnswer>> show,
            Consumer<String> refused) {
        executor.execute(() -> {
            try {
                List<QueryAnswer> answers = computed(() -> past(asks, span.apply(clock.instant()), step));
                ui.access(() -> show.accept(answers));
            } catch (OperationsException e) {
                tell(ui, refused, e.explanation());
            } catch (DataAccessException e) {
                LOG.atWarn().setCause(e).log("a chart's past could not be read");
                tell(ui, refused, DATABASE_AWAY);
            } catch (UIDetachedException e) {
                LOG.atTrace().log("a screen was left before its answer came");
            }
        });
    }

    private static void tell(UI ui, Consumer<String> refused, String why) {
        try {
            ui.access(() -> refused.accept(why));
        } catch (UIDetachedException e) {
            LOG.atTrace().log("a screen was left before it was told of a refusal");
        }
    }

    private List<QueryAnswer> past(List<Ask> asks, TimeRange span, Duration step) {
        long stepMs = step.toMillis();
        Instant until = Instant.ofEpochMilli(span.until().toEpochMilli() / stepMs * stepMs);
        Instant from = until.minus(span.length());
        return asks.stream()
                .map(ask -> queries.ask(
                        ask.expression(), new TimeRange(from.minus(ask.back()), until.minus(ask.back())), step))
                .toList();
    }

    private <T> T computed(java.util.function.Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    /** Shows the answers of the newest step soon, and of each new one, while the component is on the screen. */
    public void follow(Component component, List<Ask> asks, Duration step, Consumer<Answers> show) {
        Asked asked = new Asked(asks, step);
        Feed.whileAttached(component, ui -> begin(ui, asked, show));
    }

    private Runnable begin(UI ui, Asked asked, Consumer<Answers> show) {
        Feed<Answers> feed = new Feed<>(ui, show, executor);
        followed.compute(asked, (key, known) -> {
            Followed of = known == null ? new Followed() : known;
            of.viewers.add(feed);
            Answers newest = of.newest;
            if (newest != null) {
                feed.offer(newest);
            }
            return of;
        });
        return () -> followed.computeIfPresent(asked, (key, known) -> {
            known.viewers.remove(feed);
            return known.viewers.isEmpty() ? null : known;
        });
    }

    private long stepAt(Duration step) {
        return clock.millis() / step.toMillis() * step.toMillis();
    }

    /** How many different questions are followed. */
    int questions() {
        return followed.size();
    }

    @Scheduled(fixedRateString = "PT1S", initialDelayString = "PT0.5S")
    void tick() {
        followed.forEach((asked, known) -> {
            long step = stepAt(asked.step());
            // One that takes longer than its step is asked again when it is done, for the newest step only.
            if (step > known.askedMs && known.busy.compareAndSet(false, true)) {
                known.askedMs = step;
                executor.execute(() -> answer(asked, known, step));
            }
        });
    }

    private void answer(Asked asked, Followed known, long atMs) {
        try {
            List<QueryAnswer> answers = computed(() -> asked.asks().stream()
                    .map(ask -> queries.ask(
                            ask.expression(), Instant.ofEpochMilli(atMs).minus(ask.back()), asked.step()))
                    .toList());
            Answers now = new Answers(atMs, answers);
            known.newest = now;
            known.viewers.forEach(viewer -> viewer.offer(now));
        } catch (OperationsException e) {
            LOG.atDebug().addKeyValue("reason", e.explanation()).log("a question of a screen was not answered");
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("a question of a screen waits for the database");
        } finally {
            known.busy.set(false);
        }
    }
}
