package io.novacron.goc.streaming.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedSeriesTest {

    private static final int SERIES = 20_000;

    private final HashedSeries known = new HashedSeries();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everySeriesIsFoundByItsHashHoweverTheTableGrows(long seed) {
        Draws draws = new Draws(seed);
        for (int index = 0; index < SERIES; index++) {
            known.remember(draws.bits(1, index), index);
        }

        for (int index = 0; index < SERIES; index++) {
            assertThat(known.find(draws.bits(1, index))).isEqualTo(index);
        }
        assertThat(known.find(draws.bits(2, 0))).isEqualTo(HashedSeries.UNKNOWN);
    }

    @Test
    void hashesThatFallIntoTheSameCellAreToldApart() {
        known.remember(1, 10);
        known.remember(2, 20);

        assertThat(known.find(1)).isEqualTo(10);
        assertThat(known.find(2)).isEqualTo(20);
        assertThat(known.find(3)).isEqualTo(HashedSeries.UNKNOWN);
    }

    @Test
    void hashOfTwoSeriesBelongsToNeither() {
        known.remember(5, 1);
        known.remember(5, 1);
        assertThat(known.find(5)).isEqualTo(1);

        known.remember(5, 2);
        known.remember(5, 1);

        assertThat(known.find(5)).isEqualTo(HashedSeries.UNKNOWN);
    }
}
