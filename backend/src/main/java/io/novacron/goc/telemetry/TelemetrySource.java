package io.novacron.goc.telemetry;

/**
 * A source that the house itself runs, such as the simulated fleet. Started once the sink is ready, closed before it
 * goes.
 */
public interface TelemetrySource extends AutoCloseable {

    String name();

    void start(TelemetrySink sink);

    @Override
    void close();
}
