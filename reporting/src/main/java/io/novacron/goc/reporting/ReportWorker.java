package io.novacron.goc.reporting;

import io.novacron.goc.kernel.Sha256;
import io.novacron.goc.reporting.model.ExecutiveFacts;
import io.novacron.goc.reporting.model.ExecutiveFactsSource;
import io.novacron.goc.reporting.render.ExecutivePdf;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the reports that wait, one after another. What a crash interrupted is made again. */
@Component
class ReportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWorker.class);

    private final ReportStore store;
    private final ExecutiveFactsSource facts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportWorker(ReportStore store, ExecutiveFactsSource facts, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        int again = store.requeue();
        if (again > 0) {
            LOG.atInfo().addKeyValue("reports", again).log("reports that a restart interrupted are made again");
        }
    }

    @Scheduled(fixedDelayString = "PT0.5S", initialDelayString = "PT2S")
    void makeWaiting() {
        for (Optional<Report> next = store.takeNext(); next.isPresent(); next = store.takeNext()) {
            make(next.get());
        }
    }

    private void make(Report report) {
        try {
            step(report.id(), 10);
            ExecutiveFacts gathered = facts.gather(report.period());
            step(report.id(), 60);
            byte[] document = ExecutivePdf.of(gathered);
            step(report.id(), 90);
            store.finish(report.id(), document, Sha256.hex(document), clock.instant());
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("report", report.id()).setCause(e).log("a report could not be made");
            store.fail(report.id(), "It could not be made: " + e.getMessage(), clock.instant());
        }
        events.publishEvent(new ReportChanged(report.id(), clock.instant()));
    }

    private void step(UUID id, int percent) {
        store.progress(id, percent);
        events.publishEvent(new ReportChanged(id, clock.instant()));
    }
}
