package io.novacron.goc.kernel;

/**
 * Randomness keyed by (seed, subject, tick): the same key always gives the same draw, and one more draw for one subject
 * never moves another's. The mixing function is the finalizer of SplitMix64 (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", OOPSLA 2014).
 */
public record Draws(long seed) {

    /** Returns 64 well-mixed bits for the key. */
    public long bits(long subject, long tick) {
        return mix(mix(mix(seed + 0x9e3779b97f4a7c15L) ^ subject) + tick * 0xd1342543de82ef95L);
    }

    /** Returns a draw from [0, 1). */
    public double uniform(long subject, long tick) {
        return (bits(subject, tick) >>> 11) * 0x1.0p-53;
    }

    /**
     * Returns a draw of roughly normal shape, mean 0, deviation 1, bounded by ±3.5 (a sum of twelve 16-bit uniforms).
     */
    public double normal(long subject, long tick) {
        long sum = 0;
        long word = bits(subject, tick);
        for (int round = 0; round < 3; round++) {
            sum += (word & 0xffff) + ((word >>> 16) & 0xffff) + ((word >>> 32) & 0xffff) + (word >>> 48);
            word = mix(word + 0x9e3779b97f4a7c15L);
        }
        double value = sum / 65536.0 - 6.0;
        return Math.clamp(value, -3.5, 3.5);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
