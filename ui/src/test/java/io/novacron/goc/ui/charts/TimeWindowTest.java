package io.novacron.goc.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.novacron.goc.kernel.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now-1h, now, PT1H",
        "now-90m, now, PT1H30M",
        "now-7d, now, PT168H",
        "now-2w, now, PT336H",
        "now-1y, now, PT8760H"
    })
    void relativeSpansGoOn(String from, String to, Duration length) {
        TimeWindow window = asked(from, to).orElseThrow();

        assertThat(window.isLive()).isTrue();
        assertThat(window.range(NOW)).isEqualTo(new TimeRange(NOW.minus(length), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T16:00:00Z, 2026-11-27T17:00:00Z",
        "1795795200000, 1795798800000",
        "now-2h, now-1h",
        "2026-11-27T16:00:00Z, now-1h"
    })
    void absoluteSpansStandStill(String from, String to) {
        TimeWindow window = asked(from, to).orElseThrow();

        assertThat(window.isLive()).isFalse();
        assertThat(window.range(NOW.plusSeconds(60)))
                .isEqualTo(new TimeRange(Instant.parse("2026-11-27T16:00:00Z"), Instant.parse("2026-11-27T17:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"now-3600s, now-1h", "now-48h, now-2d", "now-90m, now-90m", "now-61s, now-61s", "now-1w, now-7d"})
    void anAddressCountsInTheLongestUnitThatFits(String asked, String told) {
        assertThat(asked(asked, "now").orElseThrow().from()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, now",
        "now-10y, now",
        "now-1s, now",
        "2016-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-11-27T17:00:00Z, 2026-11-27T16:00:00Z",
        "now, now-1h",
        "now-999999999y, now",
        "now-1h, '<script>'"
    })
    void whatCannotBeShownIsNoSpan(String from, String to) {
        assertThat(asked(from, to)).isEmpty();
    }

    @Test
    void nothingAskedIsTheLastQuarterOfAnHour() {
        assertThat(TimeWindow.of(QueryParameters.empty(), TimeWindow.usual(), NOW))
                .contains(TimeWindow.usual());
    }

    @Test
    void anAddressKeepsWhatElseItHolds() {
        QueryParameters others = QueryParameters.simple(Map.of("q", "up", "from", "now-1h"));

        QueryParameters with = asked("now-2h", "now").orElseThrow().in(others);

        assertThat(with.getSingleParameter("q")).contains("up");
        assertThat(TimeWindow.of(with, TimeWindow.usual(), NOW)).isEqualTo(asked("now-2h", "now"));
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT1S", "PT15M, PT1S", "PT1H, PT5S", "PT24H, PT2M", "P30D, PT1H", "P732D, PT24H"})
    void stepsAreWidthsThatPeopleKnowAndNineHundredAtMost(Duration length, Duration step) {
        TimeWindow window = new TimeWindow.Recent(length);

        assertThat(window.step()).isEqualTo(step);
        assertThat(length.dividedBy(window.step())).isLessThanOrEqualTo(TimeWindow.POINTS);
    }

    private static Optional<TimeWindow> asked(String from, String to) {
        return TimeWindow.of(from, to, NOW);
    }
}
