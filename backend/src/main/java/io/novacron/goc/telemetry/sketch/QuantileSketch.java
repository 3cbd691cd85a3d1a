package io.novacron.goc.telemetry.sketch;

import java.nio.ByteBuffer;

/**
 * Counts values in buckets whose bounds grow by a constant factor, so that every quantile can be told within
 * {@link #RELATIVE_ERROR} of its value, and two sketches merge into what one of all values would have been. Values
 * nearer to zero than {@link #LEAST} count as zero; beyond {@link Buckets#MOST} buckets of one sign, those nearest to
 * zero become one. Source: C. Masson, J. E. Rim, H. K. Lee: DDSketch, a fast and fully-mergeable quantile sketch with
 * relative-error guarantees, VLDB 2019.
 */
public final class QuantileSketch {

    /** How far from the true value a quantile may be, as a part of it. */
    public static final double RELATIVE_ERROR = 0.01;

    /** The least magnitude that is told from zero. */
    public static final double LEAST = 1e-12;

    private static final byte VERSION = 1;
    private static final double GAMMA = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);

    private long zeros;
    private final Buckets positive = new Buckets();
    private final Buckets negative = new Buckets();

    /** Counts a finite value. */
    public void add(double value) {
        add(value, 1);
    }

    /** Counts a finite value so many times. */
    public void add(double value, long times) {
        if (value >= LEAST) {
            positive.add(Scale.index(value), times);
        } else if (value <= -LEAST) {
            negative.add(Scale.index(-value), times);
        } else {
            zeros += times;
        }
    }

    /** Takes in all that another has counted. */
    public void merge(QuantileSketch other) {
        zeros += other.zeros;
        positive.merge(other.positive);
        negative.merge(other.negative);
    }

    public long count() {
        return zeros + positive.total() + negative.total();
    }

    /**
     * The value below which this part of all values lies, between two neighbours in proportion.
     *
     * @param part 0 to 1; below, the answer is negative infinity, above, positive infinity
     * @return NaN when nothing was counted
     */
    public double quantile(double part) {
        long count = count();
        if (count == 0 || Double.isNaN(part)) {
            return Double.NaN;
        }
        if (part < 0 || part > 1) {
            return part < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double rank = part * (count - 1);
        long below = (long) Math.floor(rank);
        long above = Math.min(below + 1, count - 1);
        double weight = rank - below;
        double lower = atRank(below);
        return weight == 0 ? lower : lower * (1 - weight) + atRank(above) * weight;
    }

    private double atRank(long rank) {
        long negatives = negative.total();
        if (rank < negatives) {
            return -middle(negative.indexAt(negatives - 1 - rank));
        }
        if (rank < negatives + zeros) {
            return 0;
        }
        return middle(positive.indexAt(rank - negatives - zeros));
    }

    /** The value that is nearest to both bounds of a bucket, in proportion. */
    private static double middle(int index) {
        return Scale.lowerBound(index) * 2 * GAMMA / (1 + GAMMA);
    }

    /** The sketch in bytes: a version, the zeros, then the buckets of each sign. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + Varints.LONGEST + positive.encodedMost() + negative.encodedMost());
        out.put(VERSION);
        Varints.write(out, zeros);
        positive.encode(out);
        negative.encode(out);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static QuantileSketch decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!in.hasRemaining() || in.get() != VERSION) {
            throw new IllegalArgumentException("no sketch of a version that is known");
        }
        QuantileSketch sketch = new QuantileSketch();
        sketch.zeros = Varints.read(in);
        if (sketch.zeros < 0 || sketch.zeros > Buckets.COUNT_MOST) {
            throw new IllegalArgumentException("%d zeros".formatted(sketch.zeros));
        }
        sketch.positive.decode(in);
        sketch.negative.decode(in);
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("%d bytes after the sketch".formatted(in.remaining()));
        }
        return sketch;
    }
}
