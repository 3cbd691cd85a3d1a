package io.novacron.goc.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aStormOfOneReasonIsOneLineAndTellsHowManyItHit() {
        List<Together> folded = Together.of(List.of(
                change("eu-paris", Health.OK, 50, "all is well"),
                change("eu-madrid", Health.OK, 49, "all is well"),
                change("eu-oslo", Health.CRITICAL, 48, "errors"),
                change("eu-lisbon", Health.OK, 20, "all is well")));

        assertThat(folded).extracting(Together::regions).containsExactly(3, 1);
        assertThat(folded.getFirst().newest().place().region()).isEqualTo(new RegionId("eu-paris"));
    }

    @Test
    void whatHappenedMoreThanAMinuteApartIsToldTwice() {
        List<Together> folded = Together.of(List.of(
                change("eu-paris", Health.OK, 90, "all is well"), change("eu-madrid", Health.OK, 10, "all is well")));

        assertThat(folded).extracting(Together::regions).containsExactly(1, 1);
    }

    private static HealthChanged change(String region, Health to, int second, String reason) {
        return new HealthChanged(Place.of(new RegionId(region)), Health.UNKNOWN, to, NOON.plusSeconds(second), reason);
    }
}
