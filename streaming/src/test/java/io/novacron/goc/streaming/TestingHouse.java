package io.novacron.goc.streaming;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.novacron.goc.db.DataDirectory;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.PointListener;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.TelemetrySink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The rooms of telemetry and the whole west wing, put together as the application does, on a real database and
 * broker.
 */
public final class TestingHouse implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestingHouse(DataSource dataSource, String broker, String flushEvery, PointListener... listeners) {
        Clock clock = Clock.systemUTC();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "goc.kafka.bootstrap-servers",
                                broker,
                                "goc.telemetry.flush-every",
                                flushEvery,
                                "goc.telemetry.sketch.metrics",
                                "sketched_*")));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Ticker.class, Ticker::system);
        context.registerBean(Ids.class, () -> new Ids(clock));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(DataDirectory.class, () -> new DataDirectory(Path.of("target", "testing-data")));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        for (int i = 0; i < listeners.length; i++) {
            PointListener listener = listeners[i];
            context.registerBean("listener" + i, PointListener.class, () -> listener);
        }
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        // The doors for OpenTelemetry check tokens, which are of another room.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.otlp\\.(Grpc|Http)Door")));
        scanner.scan("io.novacron.goc.telemetry", "io.novacron.goc.streaming");
        context.refresh();
    }

    public static TestingHouse open(DataSource dataSource, String flushEvery, PointListener... listeners) {
        return at(dataSource, TestingBroker.address(), flushEvery, listeners);
    }

    public static TestingHouse at(DataSource dataSource, String broker, String flushEvery, PointListener... listeners) {
        return new TestingHouse(dataSource, broker, flushEvery, listeners);
    }

    public <T> T room(Class<T> type) {
        return context.getBean(type);
    }

    public Series series(String metric, String host) {
        return room(SeriesCatalog.class).resolve(SeriesKey.of(metric, "host", host), "test");
    }

    /** Sends one point a series and waits for the broker's yes. */
    public void send(long timestampMs, double value, Series... series) {
        int[] indexes = new int[series.length];
        long[] times = new long[series.length];
        double[] values = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            indexes[i] = series[i].index();
            times[i] = timestampMs;
            values[i] = value;
        }
        room(TelemetrySink.class)
                .accept(new PointBatch("test", Instant.ofEpochMilli(timestampMs), indexes, times, values))
                .join();
    }

    public double counted(String name, String outcome) {
        return room(MeterRegistry.class).get(name).tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
