package io.novacron.goc.telemetry.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A few series in memory. */
final class TestingPoints implements PointSource {

    private final List<Points> all = new ArrayList<>();

    static Budget unlimited() {
        return new Budget(() -> 0, Long.MAX_VALUE, Duration.ofHours(1));
    }

    /** A series with a point every ten seconds from 0 on; NaN stands for none. */
    TestingPoints with(String metric, Map<String, String> labels, double... values) {
        Map<String, String> named = new TreeMap<>(labels);
        named.put(Labels.NAME, metric);
        long[] times = new long[values.length];
        double[] kept = new double[values.length];
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                times[filled] = i * 10_000L;
                kept[filled++] = values[i];
            }
        }
        all.add(new Points(Labels.of(named), Arrays.copyOf(times, filled), Arrays.copyOf(kept, filled), null));
        return this;
    }

    @Override
    public List<Points> find(List<Matcher> matchers, Span span) {
        return all.stream()
                .filter(points -> matchers.stream()
                        .allMatch(matcher -> matcher.matches(points.labels().get(matcher.name()))))
                .toList();
    }

    /** What an expression gives at one moment: values by labels. */
    Map<String, Double> at(long seconds, String promql) {
        Steps steps = new Steps(seconds * 1_000, 1, 1);
        Evaluator.Value value = new Evaluator(this, steps, unlimited()).evaluate(Parser.parse(promql));
        Map<String, Double> found = new TreeMap<>();
        switch (value) {
            case Evaluator.Value.Scalar(double[] at) -> found.put("scalar", at[0]);
            case Evaluator.Value.Vector(List<Column> columns) ->
                columns.forEach(column -> found.put(column.labels().toString(), column.at()[0]));
        }
        return found;
    }
}
