package io.novacron.goc.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor PIPELINE = Actor.machine("ci");
    private static final Place OSLO = Place.of(new RegionId("eu-oslo"));

    private final TestingClock clock = new TestingClock(NOW);
    private final TestingFleet room = new TestingFleet(TestingDatabase.fresh().client(), clock);
    private final Deployments deployments =
            new Deployments(new DeploymentStore(room.jdbc()), room.fleet(), room.events(), new Ids(clock), clock);

    @BeforeEach
    void knowAPlace() {
        room.regions()
                .add(List.of(new Region(
                        new RegionId("eu-oslo"), "Oslo", "Norway", "Europe", 59.9, 10.7, ZoneOffset.UTC, false)));
    }

    @Test
    void toldTwiceIsToldOnce() {
        Deployment first = tell(OSLO, NOW, "storefront", "1.2", null);
        Deployment again = tell(OSLO, NOW, " storefront ", "1.2", "https://ci.example/7");

        assertThat(again).isEqualTo(first);
        assertThat(deployments.at(OSLO, lastHour(), 10)).containsExactly(first);
        assertThat(room.published()).hasExactlyElementsOfTypes(DeploymentRecorded.class);
    }

    @Test
    void withoutATimeItIsNowAndTheNewestComesFirst() {
        Deployment earlier = tell(OSLO, NOW.minusSeconds(60), "storefront", "1.2", null);
        Deployment now = tell(OSLO, null, "storefront", "1.3", null);

        assertThat(now.at()).isEqualTo(NOW);
        assertThat(deployments.at(OSLO, lastHour(), 10)).containsExactly(now, earlier);
        assertThat(deployments.at(OSLO, lastHour(), 1)).containsExactly(now);
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsKept() {
        assertRefused("there is no atlantis", Place.of(new RegionId("atlantis")), NOW, "a", "1", null);
        assertRefused(
                "there is no eu-oslo / q", Place.of(new ZoneKey(new RegionId("eu-oslo"), "q")), NOW, "a", "1", null);
        assertRefused("cannot be told", OSLO, NOW.plus(Duration.ofMinutes(6)), "a", "1", null);
        assertRefused("cannot be told", OSLO, NOW.minus(Duration.ofDays(400)), "a", "1", null);
        assertRefused("the service of a deployment has 0", OSLO, NOW, " ", "1", null);
        assertRefused("the version of a deployment has 101", OSLO, NOW, "a", "9".repeat(101), null);
        assertRefused("the service of a deployment", OSLO, NOW, "a\nb", "1", null);
        assertRefused("http or https", OSLO, NOW, "a", "1", "javascript:alert(1)");
        assertRefused("http or https", OSLO, NOW, "a", "1", "https://ci.example/" + "x".repeat(500));

        assertThat(deployments.at(OSLO, lastHour(), 10)).isEmpty();
        assertThatThrownBy(() -> new Deployment(
                        new Ids(clock).next(),
                        NOW,
                        new Place(new RegionId("eu-oslo"), "a", new HostId("h-1")),
                        "a",
                        "1",
                        null,
                        PIPELINE))
                .isInstanceOf(OperationsException.class);
    }

    private void assertRefused(
            String why, Place place, Instant at, String service, String version, @Nullable String link) {
        assertThatThrownBy(() -> tell(place, at, service, version, link))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining(why);
    }

    private Deployment tell(Place place, @Nullable Instant at, String service, String version, @Nullable String link) {
        return deployments.record(place, at, service, version, link, PIPELINE);
    }

    private static TimeRange lastHour() {
        return new TimeRange(NOW.minus(Duration.ofHours(1)), NOW.plusSeconds(1));
    }
}
