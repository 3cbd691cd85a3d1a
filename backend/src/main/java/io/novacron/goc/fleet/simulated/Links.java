package io.novacron.goc.fleet.simulated;

import io.novacron.goc.fleet.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The network between the simulated regions: the shortest one that connects all of them (minimum spanning tree, Prim),
 * and from each region the ways to its two nearest, so that a lost way leaves another. Columns, the lower region first.
 */
final class Links {

    private static final int NEAREST = 2;

    private final int[] from;
    private final int[] to;
    private final double[] usualMs;

    private record Pair(int low, int high) implements Comparable<Pair> {

        static Pair of(int one, int other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparingInt(Pair::low)
                    .thenComparingInt(Pair::high)
                    .compare(this, other);
        }
    }

    Links(List<Region> regions) {
        TreeSet<Pair> pairs = new TreeSet<>(tree(regions));
        for (int region = 0; region < regions.size(); region++) {
            pairs.addAll(nearest(regions, region));
        }
        from = pairs.stream().mapToInt(Pair::low).toArray();
        to = pairs.stream().mapToInt(Pair::high).toArray();
        usualMs = pairs.stream()
                .mapToDouble(pair -> regions.get(pair.low()).roundTripMsTo(regions.get(pair.high())))
                .toArray();
    }

    private static List<Pair> tree(List<Region> regions) {
        List<Pair> tree = new ArrayList<>();
        double[] distance = new double[regions.size()];
        int[] by = new int[regions.size()];
        boolean[] connected = new boolean[regions.size()];
        Arrays.fill(distance, Double.MAX_VALUE);
        int newest = 0;
        for (int count = 1; count < regions.size(); count++) {
            connected[newest] = true;
            int next = -1;
            for (int region = 0; region < regions.size(); region++) {
                double here = regions.get(newest).kilometresTo(regions.get(region));
                if (!connected[region] && here < distance[region]) {
                    distance[region] = here;
                    by[region] = newest;
                }
                if (!connected[region] && (next < 0 || distance[region] < distance[next])) {
                    next = region;
                }
            }
            tree.add(Pair.of(by[next], next));
            newest = next;
        }
        return tree;
    }

    private static List<Pair> nearest(List<Region> regions, int region) {
        return IntStream.range(0, regions.size())
                .filter(other -> other != region)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> regions.get(region).kilometresTo(regions.get(other))))
                .limit(NEAREST)
                .map(other -> Pair.of(region, other))
                .toList();
    }

    int count() {
        return from.length;
    }

    int from(int link) {
        return from[link];
    }

    int to(int link) {
        return to[link];
    }

    /** What a good link of that length needs there and back. */
    double usualMs(int link) {
        return usualMs[link];
    }
}
