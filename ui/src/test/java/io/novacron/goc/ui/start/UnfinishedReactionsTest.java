package io.novacron.goc.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.WholeHouse;
import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;

/** What becomes of a reaction that failed once, in a running house. */
class UnfinishedReactionsTest extends WholeHouse {

    private static final String LISTENER =
            "io.novacron.goc.incidents.IncidentOpening.afterMaintenance(%s)".formatted(HealthChanged.class.getName());

    private final UnfinishedReactions reactions;
    private final EventSerializer serializer;
    private final JdbcClient jdbc;

    @Autowired
    UnfinishedReactionsTest(UnfinishedReactions reactions, EventSerializer serializer, JdbcClient jdbc) {
        this.reactions = reactions;
        this.serializer = serializer;
        this.jdbc = jdbc;
    }

    @Test
    void reactionThatFailedAMinuteAgoIsTriedAgainAndThenDone() {
        UUID failed = failed(Duration.ofMinutes(2), 1);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            reactions.tryAgain();
            return isDone(failed);
        });
    }

    @Test
    void oneThatJustFailedAndOneThatNeverSucceedsAreLeftAlone() {
        UUID young = failed(Duration.ZERO, 1);
        UUID hopeless = failed(Duration.ofMinutes(2), 100);
        UUID old = failed(Duration.ofMinutes(2), 1);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            reactions.tryAgain();
            return isDone(old);
        });
        assertThat(isDone(young)).isFalse();
        assertThat(isDone(hopeless)).isFalse();
        jdbc.sql("delete from event_publication where id in (:young, :hopeless)")
                .param("young", young)
                .param("hopeless", hopeless)
                .update();
    }

    private UUID failed(Duration ago, int attempts) {
        Instant at = Instant.now().minus(ago);
        UUID id = UUID.randomUUID();
        HealthChanged event = new HealthChanged(
                Place.of(new RegionId("nowhere-" + id)), Health.OK, Health.UNKNOWN, at, "nothing is heard of it");
        jdbc.sql("""
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, status,
                             completion_attempts)
                        values (:id, :listener, :type, :event, :at, 'FAILED', :attempts)
                        """)
                .param("id", id)
                .param("listener", LISTENER)
                .param("type", HealthChanged.class.getName())
                .param("event", String.valueOf(serializer.serialize(event)))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("attempts", attempts)
                .update();
        return id;
    }

    private boolean isDone(UUID id) {
        return jdbc.sql("select count(*) from event_publication where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
