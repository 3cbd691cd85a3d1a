package io.novacron.goc.fleet;

import io.novacron.goc.fleet.simulated.Inventory;
import io.novacron.goc.fleet.simulated.SimulationSettings;
import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import io.novacron.goc.telemetry.SeriesListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The fleet room by hand, on a real database, with the events it published. Two of them on one database are a
 * restart.
 */
public final class TestingFleet {

    private final JdbcClient jdbc;
    private final List<Object> published = new ArrayList<>();
    private final Fleet fleet;
    private final FleetWriter writer;
    private final Regions regions;
    private final Discovery discovery;

    public TestingFleet(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, new SimulationSettings(true, 42, 6, 120, 600, FaultPlan.NONE));
    }

    public TestingFleet(JdbcClient jdbc, Clock clock, SimulationSettings simulation) {
        Inventory simulated = Inventory.of(simulation);
        this.jdbc = jdbc;
        FleetStore store = new FleetStore(jdbc);
        this.fleet = store.load(simulated);
        this.writer = new FleetWriter(store);
        this.regions = new Regions(fleet, store);
        this.discovery = new Discovery(fleet, writer, simulated, events(), clock);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Fleet fleet() {
        return fleet;
    }

    public Regions regions() {
        return regions;
    }

    public SeriesListener discovery() {
        return discovery;
    }

    public ApplicationEventPublisher events() {
        return published::add;
    }

    public List<Object> published() {
        return published;
    }

    /** Writes all that waits to the database. */
    public void write() {
        writer.start();
        writer.stop();
    }
}
