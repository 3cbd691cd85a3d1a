package io.novacron.goc.reporting;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests for reports and hands out what was made of them. */
@Service
public class Reports {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int WAITING_MOST = 50;

    private final ReportStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;

    Reports(ReportStore store, ApplicationEventPublisher events, Clock clock, Ids ids) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Asks for a report; it is made in the background.
     *
     * @throws OperationsException INVALID_INPUT when the period is longer than a year or begins in the future;
     *     OVERLOADED when {@value #WAITING_MOST} wait already
     */
    @Transactional
    public Report request(ReportKind kind, TimeRange period, Actor by) {
        Instant now = clock.instant();
        if (period.length().compareTo(LONGEST) > 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a report over %d days is asked for; at most %d are covered by one"
                            .formatted(period.length().toDays(), LONGEST.toDays()));
        }
        if (period.from().isAfter(now)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the period begins at %s, which is in the future".formatted(period.from()));
        }
        if (store.waiting() >= WAITING_MOST) {
            throw new OperationsException(
                    ErrorCode.OVERLOADED, "%d reports wait already; try again shortly".formatted(WAITING_MOST));
        }
        String title = "%s, %s to %s UTC".formatted(kind.title(), text(period.from()), text(period.until()));
        Report report =
                new Report(ids.next(), kind, title, period, ReportState.QUEUED, 0, by.name(), now, null, 0, null, null);
        store.add(report);
        events.publishEvent(new ReportRequested(report.id(), "reports.request", title, by, now));
        return report;
    }

    /** The last reports, newest first. */
    public List<Report> recent(int most) {
        return store.recent(most);
    }

    public Optional<Report> find(UUID id) {
        return store.find(id);
    }

    /**
     * The document.
     *
     * @throws OperationsException NOT_FOUND when there is no such report, or it is not ready
     */
    public byte[] content(UUID id) {
        return store.content(id)
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.NOT_FOUND, "report %s is not there, or not ready yet".formatted(id)));
    }

    /**
     * Calls a report off that is not ready.
     *
     * @throws OperationsException CONFLICT when it is finished already
     */
    @Transactional
    public void cancel(UUID id, Actor by) {
        Instant now = clock.instant();
        if (!store.cancel(id, now)) {
            throw new OperationsException(
                    ErrorCode.CONFLICT, "report %s is finished already, or not there".formatted(id));
        }
        events.publishEvent(new ReportRequested(id, "reports.cancel", "", by, now));
    }

    private static String text(Instant instant) {
        return instant.toString().substring(0, 16).replace('T', ' ');
    }
}
