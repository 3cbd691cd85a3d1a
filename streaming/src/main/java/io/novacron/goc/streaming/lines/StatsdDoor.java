package io.novacron.goc.streaming.lines;

import io.novacron.goc.kernel.Pulse;
import io.novacron.goc.streaming.collect.Delivery;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.TelemetrySource;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** StatsD over UDP: lines are counted, and what they count becomes points at every flush. */
@Component
final class StatsdDoor implements TelemetrySource {

    private static final Logger LOG = LoggerFactory.getLogger(StatsdDoor.class);
    private static final String SOURCE = "statsd:lines";
    private static final int PACKET_MOST = 65_535;

    private final LineSettings settings;
    private final NewSeries known;
    private final Sources sources;
    private final Clock clock;
    private final String address;
    private final StatsdCounts counts;
    private volatile @Nullable DatagramSocket socket;
    private volatile @Nullable Pulse pulse;

    StatsdDoor(LineSettings settings, NewSeries known, Sources sources, Clock clock, Environment environment) {
        this.settings = settings;
        this.known = known;
        this.sources = sources;
        this.clock = clock;
        this.address = environment.getProperty("server.address", "127.0.0.1");
        this.counts = new StatsdCounts(settings.namesMost());
    }

    @Override
    public String name() {
        return "statsd";
    }

    @Override
    public void start(TelemetrySink sink) {
        if (settings.statsdPort() == 0) {
            return;
        }
        try {
            DatagramSocket opened =
                    new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), settings.statsdPort()));
            socket = opened;
            Thread.ofPlatform().daemon().name("statsd").start(() -> hear(opened));
            Pulse flushing = new Pulse(
                    "statsd-flush",
                    settings.flushEvery(),
                    clock,
                    overslept -> flush(sink),
                    failure -> LOG.atWarn().setCause(failure).log("what StatsD counted could not be sent"));
            pulse = flushing;
            flushing.start();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("port", settings.statsdPort())
                    .addKeyValue("reason", e.getMessage())
                    .log("StatsD is not heard: its port is taken; set goc.lines.statsd-port");
        }
    }

    private void hear(DatagramSocket from) {
        DatagramPacket packet = new DatagramPacket(new byte[PACKET_MOST], PACKET_MOST);
        while (!from.isClosed()) {
            try {
                packet.setLength(PACKET_MOST);
                from.receive(packet);
                take(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("the door for StatsD is closed");
            }
        }
    }

    private void take(String packet) {
        packet.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String refused = counts.take(line);
            if (!refused.isEmpty()) {
                sources.rejected(SOURCE, refused, 1, line);
            }
        });
    }

    private void flush(TelemetrySink sink) {
        LinePoints points = new LinePoints(known, sources, SOURCE);
        counts.flush(points, clock.millis());
        new Delivery(sink, sources).acknowledgedOrCounted(points.take(clock.instant()));
    }

    @Override
    public void close() {
        DatagramSocket opened = socket;
        if (opened != null) {
            opened.close();
        }
        Pulse flushing = pulse;
        if (flushing != null) {
            flushing.stop();
        }
    }
}
