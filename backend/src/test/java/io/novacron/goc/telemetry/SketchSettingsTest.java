package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SketchSettingsTest {

    @Test
    void aStarStandsForAnyCharactersAndAllElseForItself() {
        SketchSettings settings = new SketchSettings(List.of("http_*_seconds", "*_latency_ms", "exact"));

        for (String asked : List.of("http_request_seconds", "http__seconds", "db_latency_ms", "exact")) {
            assertThat(settings.asks(asked)).as(asked).isTrue();
        }
        for (String other : List.of("http_seconds", "http_request_seconds_sum", "latency_ms_", "exactly", "exac")) {
            assertThat(settings.asks(other)).as(other).isFalse();
        }
    }

    @Test
    void whatIsNoNameIsRefusedWithTheNameOfTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SketchSettings(List.of("host{a='b'}")))
                .withMessageContaining("goc.telemetry.sketch.metrics has 'host{a='b'}'");
    }
}
