package io.novacron.goc.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.availability.HealthRule.Reading;
import io.novacron.goc.availability.HealthRule.Standing;
import io.novacron.goc.kernel.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRuleTest {

    private static final HealthRule RULE = new HealthRule(2, 30_000);

    /** One letter a sample, a second apart: c clean, d degraded, C critical, s falls silent. */
    @ParameterizedTest
    @CsvSource({
        "cc, OK",
        "c, UNKNOWN",
        "dd, DEGRADED",
        "CC, CRITICAL",
        "ccd, OK",
        "ccdd, DEGRADED",
        "ccC, OK",
        "ccCC, CRITICAL",
        "ccCd, DEGRADED",
        "ccdC, DEGRADED",
        "ccdCC, CRITICAL",
        "ccdcd, OK",
        "ccddc, DEGRADED",
        "ccCCc, CRITICAL",
        "ccCCs, UNKNOWN",
        "ccs, UNKNOWN",
        "ccsc, UNKNOWN",
        "ccscc, OK",
        "ccsC, UNKNOWN",
        "ccsCC, CRITICAL",
        "s, UNKNOWN"
    })
    void walksTheTable(String samples, Health end) {
        assertThat(walk(samples).state()).isEqualTo(end);
    }

    @Test
    void getsBetterOnlyAfterThirtyCleanSeconds() {
        Standing critical = walk("ccCC");

        Standing early = walk(critical, "c".repeat(29), 4);
        Standing late = walk(critical, "c".repeat(30), 4);

        assertThat(early.state()).isEqualTo(Health.CRITICAL);
        assertThat(late.state()).isEqualTo(Health.OK);
    }

    @Test
    void oneBadSampleStartsTheCalmTimeAnew() {
        Standing degraded = walk("ccdd");

        Standing end = walk(degraded, "c".repeat(20) + "d" + "c".repeat(20), 4);

        assertThat(end.state()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void stepsDownFromCriticalToDegradedWhileItIsStillBad() {
        Standing critical = walk("ccCC");

        Standing end = walk(critical, "d".repeat(30), 4);

        assertThat(end.state()).isEqualTo(Health.DEGRADED);
    }

    private static Standing walk(String samples) {
        return walk(Standing.UNHEARD, samples, 0);
    }

    private static Standing walk(Standing from, String samples, int firstSecond) {
        Standing standing = from;
        for (int i = 0; i < samples.length(); i++) {
            long atMs = (firstSecond + i) * 1_000L;
            standing = switch (samples.charAt(i)) {
                case 'c' -> RULE.next(standing, Reading.CLEAN, atMs);
                case 'd' -> RULE.next(standing, Reading.DEGRADED, atMs);
                case 'C' -> RULE.next(standing, Reading.CRITICAL, atMs);
                default -> HealthRule.silent(standing);
            };
        }
        return standing;
    }
}
