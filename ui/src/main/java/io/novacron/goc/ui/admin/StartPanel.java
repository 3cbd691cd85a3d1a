package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.db.DataDirectory;
import io.novacron.goc.db.DatabaseMode;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.FleetCounts;
import io.novacron.goc.streaming.Broker;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.shell.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Scope;

/** Which database and broker are in use, how much there is, and how fresh it is. */
@SpringComponent
@Scope("prototype")
final class StartPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DatabaseMode database;
    private final transient Broker broker;
    private final transient DataDirectory data;
    private final transient Fleet fleet;
    private final transient SeriesCatalog catalog;
    private final transient Sources sources;
    private final transient LiveHub hub;
    private final transient Clock clock;

    StartPanel(
            DatabaseMode database,
            Broker broker,
            DataDirectory data,
            Fleet fleet,
            SeriesCatalog catalog,
            Sources sources,
            LiveHub hub,
            Clock clock) {
        this.database = database;
        this.broker = broker;
        this.data = data;
        this.fleet = fleet;
        this.catalog = catalog;
        this.sources = sources;
        this.hub = hub;
        this.clock = clock;
        addClassName("goc-panel-body");
        hub.follow(this, frame -> refresh());
    }

    private void refresh() {
        FleetCounts counts = fleet.counts();
        Instant now = clock.instant();
        double rate = sources.all().stream()
                .mapToDouble(Sources.SourceStatus::pointsPerSecond)
                .sum();
        String freshest = sources.all().stream()
                .map(Sources.SourceStatus::lastSeen)
                .max(Instant::compareTo)
                .map(last -> Times.span(Duration.between(last, now)) + " ago")
                .orElse("nothing has come yet");
        removeAll();
        add(new Facts()
                .with("Database", "%s, %s".formatted(database.version(), database.embedded() ? "embedded" : "external"))
                .with("History is kept in", database.engine().title())
                .with("Database address", database.address())
                .with(
                        "Broker",
                        "Kafka, %s, %s, %d partitions"
                                .formatted(
                                        broker.isEmbedded() ? "embedded" : "external",
                                        broker.bootstrapServers(),
                                        broker.partitions()))
                .with(
                        "Data directory",
                        data.dataDirectory().toAbsolutePath().normalize().toString())
                .with("Points", "%,.0f a second".formatted(rate))
                .with("Newest point", freshest)
                .with("Series", "%,d".formatted(catalog.size()))
                .with(
                        "Fleet",
                        "%,d regions, %,d zones, %,d hosts, %,d VMs"
                                .formatted(counts.regions(), counts.zones(), counts.hosts(), counts.vms()))
                .with("Live viewers", Integer.toString(hub.viewers()))
                .with("Java", System.getProperty("java.vendor") + " " + Runtime.version()));
    }
}
