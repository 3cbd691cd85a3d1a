package io.novacron.goc.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes what was found to the database, in batches, on a thread of its own. What does not fit into the queue is found
 * again after the next restart, from its series.
 */
final class FleetWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FleetWriter.class);
    private static final int WAITING_MOST = 200_000;
    private static final int BATCH_MOST = 5_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final FleetStore store;
    private final BlockingQueue<Found> waiting = new ArrayBlockingQueue<>(WAITING_MOST);
    private final AtomicLong refused = new AtomicLong();
    private Thread writing = Thread.currentThread();
    private volatile boolean running;

    /** A thing to write. */
    private sealed interface Found {
        record ARegion(Region region, int position) implements Found {}

        record AHost(Host host) implements Found {}

        record AVm(Vm vm) implements Found {}
    }

    FleetWriter(FleetStore store) {
        this.store = store;
    }

    void add(Region region, int position) {
        offer(new Found.ARegion(region, position));
    }

    void add(Host host) {
        offer(new Found.AHost(host));
    }

    void add(Vm vm) {
        offer(new Found.AVm(vm));
    }

    private void offer(Found found) {
        if (!waiting.offer(found) && refused.getAndIncrement() % WAITING_MOST == 0) {
            LOG.atWarn()
                    .addKeyValue("limit", WAITING_MOST)
                    .log("too many new hosts wait for the database; they are found again after the next start");
        }
    }

    @Override
    public void start() {
        running = true;
        writing = Thread.ofVirtual().name("fleet-writer").start(this::writeUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!writing.join(STOP_WITHIN)) {
                LOG.atWarn().log("new hosts were not all stored; they are found again after the start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void writeUntilStopped() {
        List<Found> batch = new ArrayList<>();
        try {
            while (running || !waiting.isEmpty()) {
                if (batch.isEmpty()) {
                    Found first = waiting.poll(500, TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch.add(first);
                    waiting.drainTo(batch, BATCH_MOST);
                }
                write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Found> batch) {
        try {
            List<Host> hosts = new ArrayList<>();
            List<Vm> vms = new ArrayList<>();
            for (Found found : batch) {
                switch (found) {
                    case Found.ARegion(Region region, int position) -> store.addRegion(region, position);
                    case Found.AHost(Host host) -> hosts.add(host);
                    case Found.AVm(Vm vm) -> vms.add(vm);
                }
            }
            store.addHosts(hosts);
            store.addVms(vms);
            batch.clear();
        } catch (DataIntegrityViolationException e) {
            LOG.atError().setCause(e).addKeyValue("things", batch.size()).log("new hosts were refused by the database");
            batch.clear();
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).log("new hosts cannot be stored yet; trying again");
            if (!running) {
                batch.clear();
                waiting.clear();
            }
            LockSupport.parkNanos(RETRY_AFTER.toNanos());
        }
    }
}
