package io.novacron.goc.telemetry;

import io.novacron.goc.telemetry.window.CompressedPoints;
import java.util.Arrays;

/** Puts points of one series behind one another; one that is not newer than the last is left out. */
final class SamplesBuilder {

    private final long[] times;
    private final double[] values;
    private int size;

    SamplesBuilder(int most) {
        times = new long[most];
        values = new double[most];
    }

    void addAll(CompressedPoints.Copy copy, TimeSpan span) {
        copy.read((time, value) -> {
            if (span.contains(time) && (size == 0 || time > times[size - 1])) {
                times[size] = time;
                values[size++] = value;
            }
        });
    }

    Samples build() {
        return size == 0 ? Samples.NONE : new Samples(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }
}
