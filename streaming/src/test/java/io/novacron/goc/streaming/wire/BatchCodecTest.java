package io.novacron.goc.streaming.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.kernel.Draws;
import io.novacron.goc.telemetry.SeriesKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCodecTest {

    private static final int MUTATIONS = 3_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aBatchComesBackAsItWas(long seed) throws MalformedBatch {
        WireBatch batch = drawn(new Draws(seed));

        WireBatch back = BatchCodec.decode(BatchCodec.encode(batch));

        assertThat(back).usingRecursiveComparison().isEqualTo(batch);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void bytesFromAStrangerAreReadOrRefusedButNeverHarm(long seed) {
        Draws draws = new Draws(seed);
        byte[] sound = BatchCodec.encode(drawn(draws));

        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] broken = broken(sound, draws, mutation);
            try {
                assertThat(BatchCodec.decode(broken).ids()).hasSizeLessThan(broken.length);
            } catch (MalformedBatch refused) {
                assertThat(refused).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    @Test
    void aRecordThatIsCutShortIsRefusedAtEveryLength() {
        byte[] sound = BatchCodec.encode(drawn(new Draws(21)));

        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> BatchCodec.decode(cut)).isInstanceOf(MalformedBatch.class);
        }
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        WireBatch batch =
                new WireBatch("s", 1, 1, 1, List.of(), new long[] {5}, new long[] {9}, new double[] {Double.NaN});

        assertThatThrownBy(() -> BatchCodec.decode(BatchCodec.encode(batch)))
                .isInstanceOf(MalformedBatch.class)
                .hasMessage("the value of point 0 is NaN");
    }

    @Test
    void anotherVersionIsRefusedByName() {
        byte[] record = BatchCodec.encode(drawn(new Draws(31)));
        record[2] = 9;

        assertThatThrownBy(() -> BatchCodec.decode(record)).hasMessage("version 9 is not spoken here, only 1 and 2");
    }

    @ParameterizedTest
    @CsvSource({
        "1 -1 127, 1",
        "0 -128 5, 1",
        "128 0 1, 2",
        "-32768 32767 0, 2",
        "40000 -2147483648 7, 4",
        "2147483648 0 0, 8",
        "0.5 1 2, 8",
        "-0.0 1 2, 8",
        "1e300 1 2, 8"
    })
    void valuesTakeNoMoreBytesThanHoldThemExactly(String text, int width) throws MalformedBatch {
        double[] values =
                Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        WireBatch batch = new WireBatch("s", 1, 1, 1, List.of(), new long[] {5, 6, 7}, new long[] {9, 9, 9}, values);

        byte[] record = BatchCodec.encode(batch);

        assertThat(record).hasSize(47 + 3 * (8 + width));
        assertThat(BatchCodec.decode(record).values()).containsExactly(values);
        assertThat(BatchCodec.decode(record).timestampsMs()).containsExactly(9, 9, 9);
    }

    @Test
    void recordOfTheVersionBeforeIsReadStill() throws MalformedBatch {
        WireBatch batch =
                new WireBatch("s", 1, 1, 1, List.of(), new long[] {5, 6}, new long[] {9, 10}, new double[] {0.5, 7});
        byte[] record = BatchCodec.encode(batch);
        record[2] = 1;

        assertThat(BatchCodec.decode(record)).usingRecursiveComparison().isEqualTo(batch);
    }

    private static byte[] broken(byte[] sound, Draws draws, int mutation) {
        int kind = (int) (draws.uniform(1, mutation) * 4);
        int at = (int) (draws.uniform(2, mutation) * sound.length);
        byte[] bytes = sound.clone();
        switch (kind) {
            case 0 -> bytes[at] = (byte) draws.bits(3, mutation);
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> ByteBuffer.wrap(bytes).putInt(Math.min(at, bytes.length - 4), (int) draws.bits(4, mutation));
            default -> {
                for (int i = 3; i < bytes.length; i++) {
                    bytes[i] = (byte) draws.bits(100 + i, mutation);
                }
            }
        }
        return bytes;
    }

    private static WireBatch drawn(Draws draws) {
        int series = 1 + (int) (draws.uniform(1, 0) * 20);
        int points = (int) (draws.uniform(2, 0) * 400);
        List<WireBatch.Definition> definitions = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            SeriesKey key = SeriesKey.of("metric_" + i, "host", "höst-" + draws.bits(3, i), "empty", "");
            definitions.add(new WireBatch.Definition(draws.bits(4, i), key));
        }
        long[] ids = new long[points];
        long[] times = new long[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            ids[i] = definitions.get((int) (draws.uniform(5, i) * series)).id();
            times[i] = 1_790_000_000_000L + (long) (draws.normal(6, i) * 3_600_000);
            values[i] = draws.normal(7, i) * 1e9;
        }
        return new WireBatch(
                "source-" + series, draws.bits(8, 0), 77, 1_790_000_000_000L, definitions, ids, times, values);
    }
}
