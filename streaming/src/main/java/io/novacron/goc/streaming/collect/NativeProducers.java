package io.novacron.goc.streaming.collect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the numbers of series mean, by who gave them. Bounded: of the producers, at most {@value #PRODUCERS_MOST} are
 * kept, the last heard; one that was forgotten is asked to define its series again.
 */
final class NativeProducers {

    static final int PRODUCERS_MOST = 1_000;

    private final Map<Key, Producer> producers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Producer> eldest) {
            return size() > PRODUCERS_MOST;
        }
    };

    /** A producer's number counts only together with who sends, so that nobody can speak in another's place. */
    private record Key(String sender, long number) {}

    synchronized Producer of(String sender, long number) {
        return producers.computeIfAbsent(new Key(sender, number), fresh -> new Producer());
    }

    /** The series of one producer. */
    static final class Producer {

        /** Instead of an index: nobody said what the number means. */
        static final int UNDEFINED = -1;

        private static final int SEQUENCES = 1_024;

        /** Index of each number plus two; 0 for undefined, 1 for a series that may not enter. */
        private int[] indexes = new int[256];

        /** The last sequence of each remainder; at first one that has another remainder, which none equals. */
        private final long[] acknowledged = new long[SEQUENCES];

        Producer() {
            Arrays.setAll(acknowledged, slot -> slot + 1);
        }

        synchronized void define(int number, int index) {
            if (number >= indexes.length) {
                indexes = Arrays.copyOf(indexes, Math.max(indexes.length * 2, number + 1));
            }
            indexes[number] = index == KnownSeries.REFUSED ? 1 : index + 2;
        }

        /** All numbers that are defined now, by {@link #index}. */
        synchronized int[] numbers() {
            return indexes;
        }

        static int index(int[] numbers, int number) {
            int kept = number < 0 || number >= numbers.length ? 0 : numbers[number];
            return kept == 0 ? UNDEFINED : kept == 1 ? KnownSeries.REFUSED : kept - 2;
        }

        /** Whether this very batch was acknowledged before, as far as the last {@value #SEQUENCES} are known. */
        synchronized boolean wasAcknowledged(long sequence) {
            return acknowledged[(int) (sequence & SEQUENCES - 1)] == sequence;
        }

        synchronized void acknowledge(long sequence) {
            acknowledged[(int) (sequence & SEQUENCES - 1)] = sequence;
        }
    }
}
