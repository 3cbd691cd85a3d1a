package io.novacron.goc.incidents;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Eventually;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms that answer to trouble, wired as in production, on one database a JVM; each test takes a region of its
 * own.
 */
public final class TestingRooms {

    public static final Duration SOON = Duration.ofSeconds(20);

    private static final AtomicInteger REGIONS = new AtomicInteger();

    private TestingRooms() {}

    public static <T> T bean(Class<T> type) {
        return Holder.SPRING.getBean(type);
    }

    /** Tells the rooms of an event, as a transaction that commits does. */
    public static void tell(Object event) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> Holder.SPRING.publishEvent(event));
    }

    public static TestingClock clock() {
        return bean(TestingClock.class);
    }

    public static RegionId newRegion() {
        return new RegionId("test-" + REGIONS.incrementAndGet());
    }

    public static Finding newFinding(RegionId region, Cause cause, Severity severity) {
        return new Finding(
                bean(Ids.class).next(),
                "threshold",
                cause,
                Place.of(region),
                null,
                "error ratio",
                0.063,
                0.05,
                "ratio",
                severity,
                clock().instant().minusSeconds(2),
                null,
                "6.3 % of requests fail (limit 5 %)");
    }

    public static Finding find(RegionId region, Cause cause, Severity severity) {
        return bean(Findings.class).record(newFinding(region, cause, severity));
    }

    /** Waits for an alert of the region that is as asked for. */
    public static Alert awaitAlert(RegionId region, String description, Predicate<Alert> wanted) {
        Alerts alerts = bean(Alerts.class);
        Eventually.until(
                description,
                SOON,
                () -> alerts.recent(1_000).stream()
                        .anyMatch(alert -> alert.region().equals(region) && wanted.test(alert)));
        return alerts.recent(1_000).stream()
                .filter(alert -> alert.region().equals(region) && wanted.test(alert))
                .findFirst()
                .orElseThrow();
    }

    private static final class Holder {

        static final ConfigurableApplicationContext SPRING = start();

        private static ConfigurableApplicationContext start() {
            Map<String, Object> settings = new TreeMap<>(TestingDatabase.fresh().settings());
            settings.put("spring.flyway.placeholders.timescale", "auto");
            settings.put("spring.modulith.events.jdbc.schema-initialization.enabled", "false");
            settings.put("spring.modulith.events.completion-mode", "delete");
            settings.put("spring.threads.virtual.enabled", "true");
            settings.put("spring.main.banner-mode", "off");
            settings.put("logging.level.root", "WARN");
            return new SpringApplicationBuilder(Rooms.class)
                    .web(WebApplicationType.NONE)
                    .properties(settings)
                    .run();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "io.novacron.goc.db",
                "io.novacron.goc.access",
                "io.novacron.goc.telemetry",
                "io.novacron.goc.fleet",
                "io.novacron.goc.intelligence",
                "io.novacron.goc.availability",
                "io.novacron.goc.alerts",
                "io.novacron.goc.incidents"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    static class Rooms {

        @Bean
        TestingClock testingClock() {
            return TestingClock.at("2026-11-24T12:00:00Z");
        }

        @Bean
        Ticker ticker() {
            return Ticker.system();
        }

        @Bean
        Ids ids(Clock clock) {
            return new Ids(clock);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
