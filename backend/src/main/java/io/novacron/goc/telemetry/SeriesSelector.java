package io.novacron.goc.telemetry;

import java.util.List;

/** Picks series by metric and by labels that must equal. An empty metric stands for any. */
public record SeriesSelector(String metric, List<Label> labels) {

    public static SeriesSelector of(String metric, String... namesAndValues) {
        SeriesKey key = SeriesKey.of(metric.isEmpty() ? "any" : metric, namesAndValues);
        return new SeriesSelector(metric, key.labels());
    }

    public boolean matches(SeriesKey key) {
        if (!metric.isEmpty() && !metric.equals(key.metric())) {
            return false;
        }
        for (Label label : labels) {
            if (!label.value().equals(key.label(label.name()))) {
                return false;
            }
        }
        return true;
    }
}
