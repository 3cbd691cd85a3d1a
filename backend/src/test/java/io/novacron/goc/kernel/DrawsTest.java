package io.novacron.goc.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, -7})
    void sameKeyGivesTheSameDrawAndItsNeighboursDiffer(long seed) {
        Draws draws = new Draws(seed);

        double draw = draws.uniform(17, 1_000);

        assertThat(new Draws(seed).uniform(17, 1_000)).isEqualTo(draw);
        assertThat(draws.uniform(18, 1_000)).isNotEqualTo(draw);
        assertThat(draws.uniform(17, 1_001)).isNotEqualTo(draw);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, -7})
    void normalDrawsHaveMeanZeroAndDeviationOne(long seed) {
        Draws draws = new Draws(seed);
        int many = 20_000;

        double sum = 0;
        double squares = 0;
        for (int tick = 0; tick < many; tick++) {
            double value = draws.normal(5, tick);
            sum += value;
            squares += value * value;
        }

        assertThat(sum / many).isBetween(-0.03, 0.03);
        assertThat(squares / many).isBetween(0.95, 1.05);
    }
}
