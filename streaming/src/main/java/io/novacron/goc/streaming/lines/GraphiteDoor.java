package io.novacron.goc.streaming.lines;

import io.novacron.goc.streaming.collect.Delivery;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.TelemetrySource;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Graphite's plain text over TCP. The protocol has no answer, so that nothing can be acknowledged: lines are handed to
 * the broker as they come, and a sender is slowed down while the broker is slow.
 */
@Component
final class GraphiteDoor implements TelemetrySource {

    private static final Logger LOG = LoggerFactory.getLogger(GraphiteDoor.class);
    private static final String SOURCE = "graphite:lines";
    private static final int LINE_MOST = 2_048;
    private static final int POINTS_AT_ONCE = 1_000;
    private static final int SILENT_MS_MOST = 600_000;

    private final LineSettings settings;
    private final NewSeries known;
    private final Sources sources;
    private final Clock clock;
    private final String address;
    private final Semaphore connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable ServerSocket server;

    GraphiteDoor(LineSettings settings, NewSeries known, Sources sources, Clock clock, Environment environment) {
        this.settings = settings;
        this.known = known;
        this.sources = sources;
        this.clock = clock;
        this.address = environment.getProperty("server.address", "127.0.0.1");
        this.connections = new Semaphore(settings.connectionsMost());
    }

    @Override
    public String name() {
        return "graphite";
    }

    @Override
    public void start(TelemetrySink sink) {
        if (settings.graphitePort() == 0) {
            return;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), settings.graphitePort()));
            server = socket;
            threads.execute(() -> accept(socket, sink));
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("port", settings.graphitePort())
                    .addKeyValue("reason", e.getMessage())
                    .log("Graphite is not heard: its port is taken; set goc.lines.graphite-port");
        }
    }

    private void accept(ServerSocket socket, TelemetrySink sink) {
        while (!socket.isClosed()) {
            try {
                Socket sender = socket.accept();
                if (connections.tryAcquire()) {
                    threads.execute(() -> hear(sender, sink));
                } else {
                    sender.close();
                    sources.rejected(SOURCE, "too_many_connections", 1, String.valueOf(sender.getInetAddress()));
                }
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("the door for Graphite is closed");
            }
        }
    }

    private void hear(Socket sender, TelemetrySink sink) {
        try (sender;
                InputStream in = new BufferedInputStream(sender.getInputStream())) {
            sender.setSoTimeout(SILENT_MS_MOST);
            read(in, sink);
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a Graphite sender is gone");
        } finally {
            connections.release();
        }
    }

    /** Reads lines to the end; package-private for a test. */
    void read(InputStream in, TelemetrySink sink) throws IOException {
        Delivery delivery = new Delivery(sink, sources);
        LinePoints points = new LinePoints(known, sources, SOURCE);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                tooLong |= line.size() == LINE_MOST;
                if (!tooLong) {
                    line.write(next);
                }
            } else {
                take(line.toString(StandardCharsets.UTF_8), tooLong, points);
                line.reset();
                tooLong = false;
                if (points.size() >= POINTS_AT_ONCE || in.available() == 0) {
                    delivery.acknowledgedOrCounted(points.take(clock.instant()));
                }
            }
        }
        delivery.acknowledgedOrCounted(points.take(clock.instant()));
    }

    private void take(String text, boolean tooLong, LinePoints points) {
        if (tooLong) {
            points.refuse("line_length", text.substring(0, 80));
            return;
        }
        if (text.isBlank()) {
            return;
        }
        GraphiteLine line = GraphiteLine.read(text);
        if (line == null) {
            points.refuse("no_line", text);
        } else {
            points.add(line.path(), line.tags(), line.timeMs() < 0 ? clock.millis() : line.timeMs(), line.value());
        }
    }

    @Override
    public void close() {
        ServerSocket socket = server;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("the door for Graphite did not close");
            }
        }
        threads.shutdownNow();
    }
}
