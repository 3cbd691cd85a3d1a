package io.novacron.goc.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TestingDatabase database = TestingDatabase.fresh();
    private final AnnotationConfigApplicationContext spring = spring(database);
    private final AuditTrail trail = spring.getBean(AuditTrail.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(spring.getBean(PlatformTransactionManager.class));

    @AfterEach
    void chainHoldsAfterEveryTest() {
        assertThat(trail.firstBroken()).isEmpty();
        spring.close();
    }

    static List<Class<?>> auditedEvents() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(AuditedEvent.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition type : scanner.findCandidateComponents("io.novacron.goc")) {
            Class<?> event = Class.forName(String.valueOf(type.getBeanClassName()));
            if (event.isRecord() && event.getEnclosingClass() == null) {
                found.add(event);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("auditedEvents")
    void everyAuditedEventLandsInTheTrail(Class<?> type) {
        AuditedEvent event = (AuditedEvent) SampleValues.of(type);

        transaction.executeWithoutResult(status -> spring.publishEvent(event));

        AuditEntry entry = trail.recent(1).getFirst();
        assertThat(entry.action()).isEqualTo(event.action()).isNotBlank();
        assertThat(entry.subject()).isEqualTo(event.subject()).isNotBlank();
        assertThat(entry.actor()).isEqualTo(event.actor());
        assertThat(entry.occurredAt()).isEqualTo(event.occurredAt());
    }

    @Test
    void houseHasEventsToAudit() throws ClassNotFoundException {
        assertThat(auditedEvents()).hasSizeGreaterThanOrEqualTo(8).contains(AccountChanged.class, TokenChanged.class);
    }

    @Test
    void entryGoesWhenItsChangeIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            spring.publishEvent(change("never happened"));
            status.setRollbackOnly();
        });

        assertThat(trail.recent(10)).isEmpty();
    }

    @Test
    void changesAtTheSameTimeFormOneChain() throws InterruptedException {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int person = 0; person < 40; person++) {
                AuditedEvent event = change("change " + person);
                people.execute(() -> transaction.executeWithoutResult(status -> spring.publishEvent(event)));
            }
            people.shutdown();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(trail.recent(100)).hasSize(40);
        assertThat(trail.firstBroken()).isEmpty();
    }

    @Test
    void textThatNoDatabaseTakesIsMadeHarmless() {
        transaction.executeWithoutResult(
                status -> spring.publishEvent(change("nul \u0000, half \ud83d, line\nbreak, " + "😀".repeat(2_000))));

        String detail = trail.recent(1).getFirst().detail();
        assertThat(detail).startsWith("nul  , half  , line break, 😀").endsWith("😀");
        assertThat(detail.codePointCount(0, detail.length())).isEqualTo(1_000);
    }

    @Test
    void entriesAreFoundByTheirTime() {
        spring.publishEvent(change("in time"));

        assertThat(trail.within(new TimeRange(NOW, NOW.plusSeconds(1)), 10)).hasSize(1);
        assertThat(trail.within(new TimeRange(NOW.minusSeconds(1), NOW), 10)).isEmpty();
    }

    @Test
    void nobodyAltersRemovesOrEmptiesTheTrail() {
        JdbcClient jdbc = database.client();
        spring.publishEvent(change("stays"));

        for (String statement :
                List.of("update audit_entry set detail = ''", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("append-only");
        }
        assertThat(trail.recent(10)).hasSize(1);
    }

    private static AuditedEvent change(String detail) {
        return new AccountChanged("ada", "access.change", detail, Actor.person("admin"), NOW);
    }

    private static AnnotationConfigApplicationContext spring(TestingDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::dataSource);
        context.register(Beans.class, AuditStore.class, AuditTrail.class);
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Beans {

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        JdbcClient client(DataSource source) {
            return JdbcClient.create(source);
        }
    }
}
