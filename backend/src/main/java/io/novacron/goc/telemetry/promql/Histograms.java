package io.novacron.goc.telemetry.promql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Quantiles of histograms that are kept as one counter for each upper bound, the label {@code le}. */
final class Histograms {

    private static final String BOUND = "le";

    private Histograms() {}

    /** A bound and how many lie below it. */
    private record Bucket(double bound, double count) {}

    static List<Column> quantile(double[] part, List<Column> columns) {
        List<Column> results = new ArrayList<>();
        Column.groups(columns, labels -> labels.drop(List.of(Labels.NAME, BOUND)))
                .forEach((labels, group) -> {
                    Column result = Column.absent(labels, part.length);
                    for (int step = 0; step < part.length; step++) {
                        List<Bucket> buckets = buckets(group, step);
                        if (!buckets.isEmpty()) {
                            result.at()[step] = quantile(part[step], buckets);
                        }
                    }
                    results.add(result);
                });
        return Column.distinct(results);
    }

    private static List<Bucket> buckets(List<Column> group, int step) {
        List<Bucket> buckets = new ArrayList<>();
        for (Column column : group) {
            double bound = bound(column.labels().get(BOUND));
            if (column.has(step) && !Double.isNaN(bound)) {
                buckets.add(new Bucket(bound, column.at()[step]));
            }
        }
        buckets.sort(Comparator.comparingDouble(Bucket::bound));
        return buckets;
    }

    private static double bound(String text) {
        if (text.equals("+Inf") || text.equals("Inf")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double quantile(double part, List<Bucket> sorted) {
        if (Double.isNaN(part)) {
            return Double.NaN;
        }
        if (part < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (part > 1) {
            return Double.POSITIVE_INFINITY;
        }
        List<Bucket> buckets = rising(sorted);
        Bucket all = buckets.getLast();
        if (all.bound() != Double.POSITIVE_INFINITY || buckets.size() < 2 || all.count() == 0) {
            return Double.NaN;
        }
        double rank = part * all.count();
        int at = 0;
        while (at < buckets.size() - 1 && !(buckets.get(at).count() >= rank)) {
            at++;
        }
        if (at == buckets.size() - 1) {
            return buckets.get(at - 1).bound();
        }
        if (at == 0 && buckets.getFirst().bound() <= 0) {
            return buckets.getFirst().bound();
        }
        double from = at == 0 ? 0 : buckets.get(at - 1).bound();
        double before = at == 0 ? 0 : buckets.get(at - 1).count();
        double width = buckets.get(at).bound() - from;
        return from + width * ((rank - before) / (buckets.get(at).count() - before));
    }

    /** Buckets of one bound become one, and none counts less than the one below it. */
    private static List<Bucket> rising(List<Bucket> sorted) {
        List<Bucket> rising = new ArrayList<>();
        for (Bucket bucket : sorted) {
            Bucket last = rising.isEmpty() ? null : rising.getLast();
            if (last != null && last.bound() == bucket.bound()) {
                rising.set(rising.size() - 1, new Bucket(last.bound(), last.count() + bucket.count()));
            } else {
                rising.add(bucket);
            }
        }
        for (int i = 1; i < rising.size(); i++) {
            if (rising.get(i).count() < rising.get(i - 1).count()) {
                rising.set(
                        i, new Bucket(rising.get(i).bound(), rising.get(i - 1).count()));
            }
        }
        return rising;
    }
}
