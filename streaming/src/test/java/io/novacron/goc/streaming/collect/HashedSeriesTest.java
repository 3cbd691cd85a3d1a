package io.novacron.goc.streaming.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.Draws;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedSeriesTest {

    private static final int SERIES = 20_000;
    private static final int MANY = 900_000;

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

    /** While one learns, another looks for a hash whose cell is about to be taken: it must not find who takes it. */
    @Test
    void hashThatNobodyRememberedIsNotFoundWhileItsCellIsTaken() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger mistaken = new AtomicInteger();
        Thread looking = Thread.ofPlatform().start(() -> {
            for (int at = taken.get(); at < MANY; at = taken.get()) {
                long other = hash(at, 2);
                mistaken.addAndGet(known.find(other) == HashedSeries.UNKNOWN ? 0 : 1);
            }
        });
        for (int index = 0; index < MANY; index++) {
            known.remember(hash(index, 1), index);
            taken.set(index + 1);
        }
        looking.join();

        assertThat(mistaken).hasValue(0);
    }

    private static long hash(int cell, int which) {
        return (long) cell << 32 | which;
    }
}
