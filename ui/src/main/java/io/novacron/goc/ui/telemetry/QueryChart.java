package io.novacron.goc.ui.telemetry;

import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.ui.live.LiveQueries;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chart of the answer to a question, which follows it at every step. */
final class QueryChart extends ClientElement {

    private static final long serialVersionUID = 1L;
    private static final int LINES_MOST = 8;

    private final transient List<AnsweredSeries> lines;

    /** What the element is told once. */
    private record Setup(
            String title, String unit, List<Line> series, int windowSeconds, int intervalSeconds, boolean fit) {

        record Line(String label) {}
    }

    /** How far back a chart reaches, and from one point to the next. */
    record Scale(Duration length, Duration step) {}

    /** @param answer to begin with; at most {@value #LINES_MOST} of its series are lines */
    QueryChart(LiveQueries queries, Question question, Scale scale, QueryAnswer answer) {
        super("goc-live-chart");
        addClassName("goc-chart");
        setHeight("320px");
        lines = answer.series().stream().limit(LINES_MOST).toList();
        addAttachListener(attached -> {
            callWithJson(
                    "setup",
                    new Setup(
                            question.aggregation().words() + (question.rate() ? " of changes a second" : ""),
                            "",
                            lines.stream()
                                    .map(line -> new Setup.Line(label(line)))
                                    .toList(),
                            (int) scale.length().toSeconds(),
                            Math.max(1, (int) scale.step().toSeconds()),
                            true));
            load();
        });
        queries.follow(this, question, scale.step(), this::push);
    }

    private static String label(AnsweredSeries line) {
        String labels = line.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals("__name__"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        return labels.isEmpty() ? "all" : labels;
    }

    private void load() {
        TreeSet<Long> times = new TreeSet<>();
        lines.forEach(line -> {
            for (long time : line.timestampsMs()) {
                times.add(time);
            }
        });
        List<Double> values = new ArrayList<>();
        for (AnsweredSeries line : lines) {
            int at = 0;
            for (long time : times) {
                boolean here = at < line.timestampsMs().length && line.timestampsMs()[at] == time;
                values.add(here ? finite(line.values()[at++]) : null);
            }
        }
        call("load", times.stream().map(time -> time / 1_000.0).toList(), values);
    }

    private void push(QueryAnswer now) {
        if (now.series().isEmpty()) {
            return;
        }
        List<Double> values = new ArrayList<>();
        for (AnsweredSeries line : lines) {
            values.add(now.series().stream()
                    .filter(each -> each.labels().equals(line.labels()))
                    .map(each -> finite(each.values()[0]))
                    .findFirst()
                    .orElse(null));
        }
        call("push", now.series().getFirst().timestampsMs()[0] / 1_000.0, values);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
