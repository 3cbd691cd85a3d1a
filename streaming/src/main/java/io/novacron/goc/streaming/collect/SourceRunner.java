package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.TelemetrySource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the sources that the house runs itself once everything they feed is there, and stops them first. */
@Component
final class SourceRunner implements SmartLifecycle {

    private final List<TelemetrySource> sources;
    private final TelemetrySink sink;
    private volatile boolean running;

    SourceRunner(ObjectProvider<TelemetrySource> sources, TelemetrySink sink) {
        this.sources = sources.orderedStream().toList();
        this.sink = sink;
    }

    @Override
    public void start() {
        sources.forEach(source -> source.start(sink));
        running = true;
    }

    @Override
    public void stop() {
        sources.forEach(TelemetrySource::close);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
