package io.novacron.goc.ui.charts;

import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.QueryAnswer.Heard;
import io.novacron.goc.ui.live.LiveQueries.Ask;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest values of what is asked, as numbers or as a table; of a past span, those at its end. */
public final class Values extends ClientElement {

    private static final long serialVersionUID = 1L;
    private static final Duration STEP = Duration.ofSeconds(1);

    private final transient Setup setup;
    private final transient List<Ask> asks;
    private final boolean namesTenants;

    /** @param table a row each instead of large numbers */
    public record Setup(String title, String unit, boolean table, List<Layer> layers, List<Threshold> limits) {}

    private record Configuration(String title, String unit, boolean table, boolean live, List<Threshold> limits) {}

    private record Value(String label, @Nullable Double value) {}

    public Values(Setup setup, TimeWindow window, Chart.Sources sources) {
        super("goc-values");
        this.setup = setup;
        namesTenants = sources.namesTenants();
        asks = setup.layers().stream()
                .map(layer -> new Ask(layer.expression(), layer.back()))
                .toList();
        addAttachListener(attached -> {
            callWithJson(
                    "setup",
                    new Configuration(setup.title(), setup.unit(), setup.table(), window.isLive(), setup.limits()));
            sources.queries()
                    .ask(
                            attached.getUI(),
                            asks,
                            now -> end(window.range(now).until()),
                            STEP,
                            this::show,
                            refused -> call("fail", refused));
        });
        if (window.isLive()) {
            sources.queries().follow(this, asks, STEP, now -> show(now.answers()));
        }
    }

    private static TimeRange end(Instant until) {
        return new TimeRange(until.minus(STEP), until);
    }

    private void show(List<QueryAnswer> answers) {
        Lines lines = new Lines(setup.layers(), answers, namesTenants);
        List<Value> values = lines.all().stream()
                .map(line -> new Value(line.label(), lines.newest(answers, line)))
                .toList();
        Heard heard = lines.heard(answers);
        callWithJson(
                "show", values, (double) Math.max(0, heard.newestMs()), (double) Math.max(1_000, heard.intervalMs()));
    }
}
