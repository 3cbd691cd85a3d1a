package io.novacron.goc.telemetry;

import io.novacron.goc.telemetry.promql.Labels;
import io.novacron.goc.telemetry.promql.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The series by their metric, so that a selector looks only at those that can match. */
final class MetricSeries implements SeriesListener {

    private final Map<String, Collection<Series>> byMetric = new ConcurrentHashMap<>();

    @Override
    public void discovered(List<Series> series) {
        Map<String, List<Series>> fresh = new HashMap<>();
        series.forEach(each -> fresh.computeIfAbsent(each.key().metric(), first -> new ArrayList<>())
                .add(each));
        fresh.forEach((metric, more) -> byMetric.computeIfAbsent(metric, first -> new CopyOnWriteArrayList<>())
                .addAll(more));
    }

    /** The series that all these match. */
    Stream<Series> matching(List<Matcher> matchers) {
        return candidates(matchers).filter(series -> matches(matchers, series.key()));
    }

    private Stream<Series> candidates(List<Matcher> matchers) {
        List<Matcher> ofMetric = matchers.stream()
                .filter(matcher -> matcher.name().equals(Labels.NAME))
                .toList();
        for (Matcher matcher : ofMetric) {
            if (matcher.kind() == Matcher.Kind.EQUAL) {
                return byMetric.getOrDefault(matcher.value(), Set.of()).stream();
            }
        }
        return byMetric.entrySet().stream()
                .filter(metric -> ofMetric.stream().allMatch(matcher -> matcher.matches(metric.getKey())))
                .flatMap(metric -> metric.getValue().stream());
    }

    private static boolean matches(List<Matcher> matchers, SeriesKey key) {
        for (Matcher matcher : matchers) {
            String value = matcher.name().equals(Labels.NAME) ? key.metric() : key.label(matcher.name());
            if (!matcher.matches(value == null ? "" : value)) {
                return false;
            }
        }
        return true;
    }

    /** The families whose name holds the text, with most series first. */
    List<Family> families(String text, int most) {
        return byMetric.entrySet().stream()
                .filter(family -> family.getKey().contains(text))
                .sorted(Comparator.comparingInt((Map.Entry<String, Collection<Series>> family) ->
                                -family.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(family -> new Family(
                        family.getKey(),
                        family.getValue().size(),
                        family.getValue().stream().map(Series::source).collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    /** The names of all metrics. */
    Set<String> metrics() {
        return new TreeSet<>(byMetric.keySet());
    }
}
