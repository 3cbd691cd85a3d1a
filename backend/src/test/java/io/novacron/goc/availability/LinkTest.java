package io.novacron.goc.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.RegionId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final Region FRANKFURT = region("eu-frankfurt", 50.11, 8.68);
    private static final Region TOKYO = region("ap-tokyo", 35.69, 139.69);
    private static final Region SOMEWHERE = region("elsewhere", null, null);

    @Test
    void distanceIsThatOfTheGreatCircle() {
        // Published great-circle distances give 9,340 to 9,360 km between the two cities.
        assertThat(FRANKFURT.kilometresTo(TOKYO)).isCloseTo(9_350, within(30.0));
        assertThat(FRANKFURT.kilometresTo(FRANKFURT)).isZero();
        assertThat(FRANKFURT.kilometresTo(SOMEWHERE)).isNaN();
    }

    @Test
    void latencyIsJudgedByTheDistanceItHasToExplain() {
        assertThat(new Link(FRANKFURT, TOKYO, 150, 0).state()).isEqualTo(Health.OK);
        assertThat(new Link(FRANKFURT, TOKYO, 290, 0).state()).isEqualTo(Health.DEGRADED);
        assertThat(new Link(FRANKFURT, TOKYO, 720, 0).state()).isEqualTo(Health.CRITICAL);
    }

    @Test
    void lostPacketsCountWhateverTheLatency() {
        assertThat(new Link(FRANKFURT, TOKYO, 150, 0.009).state()).isEqualTo(Health.OK);
        assertThat(new Link(FRANKFURT, TOKYO, 150, 0.01).state()).isEqualTo(Health.DEGRADED);
        assertThat(new Link(FRANKFURT, TOKYO, 150, 0.2).state()).isEqualTo(Health.CRITICAL);
        assertThat(new Link(FRANKFURT, TOKYO, Double.NaN, 0.3).state()).isEqualTo(Health.CRITICAL);
    }

    @Test
    void withoutAPlaceTheLossAloneCountsAndWithoutNewsNothingIsKnown() {
        assertThat(new Link(FRANKFURT, SOMEWHERE, 9_000, 0).state()).isEqualTo(Health.OK);
        assertThat(new Link(FRANKFURT, SOMEWHERE, 1, 0.5).state()).isEqualTo(Health.CRITICAL);
        assertThat(new Link(FRANKFURT, TOKYO, Double.NaN, Double.NaN).state()).isEqualTo(Health.UNKNOWN);
    }

    private static Region region(String id, @Nullable Double latitude, @Nullable Double longitude) {
        return new Region(new RegionId(id), id, "", "", latitude, longitude, ZoneOffset.UTC, false);
    }
}
