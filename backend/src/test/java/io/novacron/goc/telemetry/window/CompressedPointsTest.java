package io.novacron.goc.telemetry.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedPointsTest {

    private static final double[] ODD = {
        0.0,
        -0.0,
        1,
        -1,
        0.1,
        0.7,
        57.25,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1L << 53,
        1e15,
        123_456_789.123,
        0.333333333333333,
        99.99,
        100,
        5e-5
    };

    private final Chunks chunks = new Chunks(64 << 20);
    private final CompressedPoints points = new CompressedPoints(chunks);

    /** A point as it went in. */
    private record Point(long time, double value) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Point(long otherTime, double otherValue)
                    && time == otherTime
                    && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(otherValue);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(time) + 31 * Double.hashCode(value);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverGoesInComesOutToTheBit(long seed) {
        RandomGenerator random = new Random(seed);
        List<List<Point>> all = new ArrayList<>();
        for (int series = 0; series < 20; series++) {
            all.add(series(random, series % 5));
        }

        points.ensure(all.size());
        for (int i = 0; i < all.getFirst().size(); i++) {
            for (int series = 0; series < all.size(); series++) {
                Point point = all.get(series).get(i);
                assertThat(points.add(series, point.time(), point.value(), Long.MIN_VALUE))
                        .isTrue();
            }
        }

        for (int series = 0; series < all.size(); series++) {
            assertThat(read(series, Long.MIN_VALUE)).isEqualTo(all.get(series));
        }
    }

    private static List<Point> series(RandomGenerator random, int kind) {
        List<Point> made = new ArrayList<>();
        long time = random.nextLong(2_000_000_000_000L);
        double walk = 50;
        for (int i = 0; i < 700; i++) {
            walk = Math.clamp(walk + random.nextInt(-1, 2), 0, 100);
            double value = switch (kind) {
                case 0 -> walk;
                case 1 -> walk / 100;
                case 2 -> random.nextGaussian();
                case 3 -> ODD[random.nextInt(ODD.length)];
                default -> i * 1_000_003.0 + random.nextInt(1_000);
            };
            time += switch (random.nextInt(20)) {
                case 0 -> 1 + random.nextInt(50_000_000);
                case 1 -> 10_000 + random.nextInt(-900, 900);
                case 2 -> 1;
                default -> 10_000;
            };
            made.add(new Point(time, value));
        }
        return made;
    }

    private List<Point> read(int series, long fromMs) {
        List<Point> read = new ArrayList<>();
        CompressedPoints.Copy copy = points.copy(series, fromMs);
        copy.read((time, value) -> read.add(new Point(time, value)));
        assertThat(copy.size()).isEqualTo(read.size());
        return read;
    }

    @Test
    void aSmoothSeriesTakesLessThanTwoBytesAPoint() {
        RandomGenerator random = new Random(7);
        int many = 900;
        int series = 500;
        points.ensure(series);
        for (int index = 0; index < series; index++) {
            double walk = 50;
            for (int i = 0; i < many; i++) {
                walk = Math.clamp(walk + random.nextInt(-1, 2), 0, 100);
                points.add(index, i * 10_000L, walk, Long.MIN_VALUE);
            }
        }

        assertThat((double) chunks.usedBytes() / many / series).isLessThan(2);
    }

    @Test
    void onlyChunksThatMayHoldTheTimeAreCopied() {
        points.ensure(0);
        for (int i = 0; i < 5_000; i++) {
            points.add(0, i * 1_000L, i * 0.77777, Long.MIN_VALUE);
        }

        List<Point> late = read(0, 4_990_000);

        assertThat(late.getFirst().time()).isLessThanOrEqualTo(4_990_000);
        assertThat(late).hasSizeLessThan(100).endsWith(new Point(4_999_000, 4_999 * 0.77777));
    }

    @Test
    void whatIsTooOldIsGivenBackAndTheRestStays() {
        points.ensure(1);
        for (int i = 0; i < 3_000; i++) {
            points.add(0, i * 1_000L, i, Long.MIN_VALUE);
        }
        points.add(1, 1_000, 5, Long.MIN_VALUE);
        int before = chunks.used();

        points.dropBefore(2_500_000);

        assertThat(chunks.used()).isLessThan(before / 2);
        assertThat(points.held()).isEqualTo(read(0, 0).size());
        assertThat(read(1, 0)).isEmpty();
        assertThat(read(0, 2_500_000).stream().filter(point -> point.time() >= 2_500_000))
                .hasSize(500);
        assertThat(points.add(1, 9_000, 6, Long.MIN_VALUE)).isTrue();
        assertThat(read(1, 0)).containsExactly(new Point(9_000, 6));
    }

    @Test
    void whenMemoryIsUsedUpNothingIsBrokenAndRoomThatWasMadeIsUsed() {
        Chunks few = new Chunks(1);
        CompressedPoints small = new CompressedPoints(few);
        small.ensure(few.most());
        for (int index = 0; index < few.most(); index++) {
            assertThat(small.add(index, 1_000 + index, index, 0)).isTrue();
        }

        assertThat(small.add(few.most(), 1, 1, 0)).isFalse();
        small.dropBefore(1_002);

        assertThat(few.used()).isEqualTo(few.most() - 2);
        assertThat(small.add(few.most(), 1, 1, 0)).isTrue();
    }
}
