package io.novacron.goc.ui.charts;

import com.vaadin.flow.component.UI;
import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.QueryAnswer.Heard;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.live.LiveQueries;
import io.novacron.goc.ui.live.LiveQueries.Ask;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chart over a span of time. Single series of the last minutes come as they are measured; all else is asked for in
 * the background, and again at each step while the span is live.
 */
public final class Chart extends ClientElement {

    private static final Logger LOG = LoggerFactory.getLogger(Chart.class);

    private static final long serialVersionUID = 1L;
    private static final Duration IN_MEMORY = Duration.ofMinutes(15);
    private static final Duration AHEAD_EVERY = Duration.ofMinutes(1);
    private static final int AHEAD_PART = 4;
    private static final int AHEAD_MOST = 4;
    private static final long AGAIN_AFTER_MS = 15_000;

    private final transient ChartSetup setup;
    private final transient TimeWindow window;
    private final transient Sources sources;
    private transient @Nullable Lines lines;
    private long askedMs;

    /**
     * Where the points come from.
     *
     * @param namesTenants whether lines may be called by the customers that they are about
     */
    public record Sources(LiveSeries series, LiveQueries queries, boolean namesTenants) {

        /** The same for eyes that shall not read the names of customers. */
        public Sources withoutTenants() {
            return new Sources(series, queries, false);
        }
    }

    /** What the element is told once. */
    private record Configuration(
            String title,
            String unit,
            List<Line> series,
            long windowSeconds,
            @Nullable Double from,
            @Nullable Double until,
            long intervalSeconds,
            List<Threshold> thresholds,
            boolean fit,
            boolean tools,
            String note) {

        record Line(String label, String role, int colour) {}
    }

    public Chart(ChartSetup setup, TimeWindow window, Sources sources) {
        super("goc-chart");
        this.setup = setup;
        this.window = window;
        this.sources = sources;
        addClassName("goc-chart");
        List<SeriesKey> keys = setup.keys();
        if (!keys.isEmpty()
                && !setup.ahead()
                && window.isLive()
                && window.length().compareTo(IN_MEMORY) <= 0) {
            followSeries(keys);
        } else {
            followAnswers(setup.layers(window.step()));
        }
    }

    /** Shows what happened in the span. */
    public void annotate(List<Happening> happenings) {
        callWithJson("annotate", happenings.stream().map(Mark::of).toList());
    }

    private record Mark(double at, @Nullable Double until, boolean lasts, String tag, String tone, String text) {
        static Mark of(Happening happening) {
            return new Mark(
                    seconds(happening.at()),
                    happening.until() == null ? null : seconds(happening.until()),
                    happening.lasts(),
                    happening.tag(),
                    happening.tone(),
                    happening.text());
        }
    }

    private void followSeries(List<SeriesKey> keys) {
        addAttachListener(attached -> {
            List<Configuration.Line> drawn = new ArrayList<>();
            setup.layers().forEach(layer -> drawn.add(new Configuration.Line(layer.label(), "line", drawn.size())));
            configure(drawn, setup.intervalSeconds(), "");
            load(sources.series().past(keys));
        });
        sources.series().follow(this, keys, point -> call("push", point.timeMs() / 1_000.0, boxed(point.values())));
    }

    private void followAnswers(List<Layer> layers) {
        List<Ask> asks = layers.stream()
                .map(layer -> new Ask(layer.expression(), layer.back()))
                .toList();
        addAttachListener(attached -> {
            configure(List.of(), window.step().toSeconds(), "");
            ask(attached.getUI(), layers, asks);
        });
        if (window.isLive()) {
            sources.queries().follow(this, asks, window.step(), now -> push(layers, asks, now));
        }
        if (window.isLive() && setup.ahead()) {
            sources.queries()
                    .follow(this, asks, AHEAD_EVERY, now -> getUI().ifPresent(ui -> lookAhead(ui, layers, asks)));
        }
    }

    /** A look ahead is made of the whole span anew, once a minute. */
    private void lookAhead(UI ui, List<Layer> layers, List<Ask> asks) {
        sources.queries()
                .ask(
                        ui,
                        asks,
                        window::range,
                        window.step(),
                        answers -> ahead(new Lines(layers, answers, sources.namesTenants()), answers),
                        refused -> LOG.atDebug().addKeyValue("reason", refused).log("a look ahead was not made"));
    }

    private void ahead(Lines shown, List<QueryAnswer> answers) {
        Duration ahead = window.length().dividedBy(AHEAD_PART);
        List<Outlook> outlooks = new ArrayList<>();
        shown.all().stream()
                .filter(line -> line.role() == Layer.Role.LINE)
                .limit(AHEAD_MOST)
                .forEach(line -> Lines.find(answers, line)
                        .flatMap(series -> Outlook.of(line, series, ahead, setup.thresholds()))
                        .ifPresent(outlooks::add));
        callWithJson("lookAhead", outlooks, (double) ahead.toSeconds());
    }

    private void ask(UI ui, List<Layer> layers, List<Ask> asks) {
        sources.queries()
                .ask(
                        ui,
                        asks,
                        window::range,
                        window.step(),
                        answers -> show(new Lines(layers, answers, sources.namesTenants()), answers),
                        refused -> call("fail", refused));
    }

    private void show(Lines shown, List<QueryAnswer> answers) {
        lines = shown;
        configure(
                shown.all().stream()
                        .map(line ->
                                new Configuration.Line(line.label(), line.role().word(), line.colour()))
                        .toList(),
                window.step().toSeconds(),
                Lines.note(answers.getFirst()));
        Lines.Columns columns = shown.columns(answers);
        Heard heard = shown.heard(answers);
        call("load", columns.times(), columns.values(), heardMs(heard), intervalMs(heard));
        if (setup.ahead()) {
            ahead(shown, answers);
        }
    }

    private void push(List<Layer> layers, List<Ask> asks, LiveQueries.Answers now) {
        Lines shown = lines;
        boolean nothing =
                now.answers().stream().allMatch(answer -> answer.series().isEmpty());
        if (shown == null || nothing) {
            return;
        }
        if (shown.lack(now.answers()) && now.atMs() - askedMs > AGAIN_AFTER_MS) {
            askedMs = now.atMs();
            getUI().ifPresent(ui -> ask(ui, layers, asks));
            return;
        }
        Heard heard = shown.heard(now.answers());
        call("push", now.atMs() / 1_000.0, shown.row(now.answers()), heardMs(heard), intervalMs(heard));
    }

    /** Epoch milliseconds; 0 when the answer was made of no points. */
    private static double heardMs(Heard heard) {
        return Math.max(0, heard.newestMs());
    }

    /** As the series itself shows, but no shorter than it is known to be. */
    private double intervalMs(Heard heard) {
        return Math.max(heard.intervalMs(), setup.intervalSeconds() * 1_000L);
    }

    private void configure(List<Configuration.Line> drawn, long intervalSeconds, String note) {
        Instant[] fixed = window instanceof TimeWindow.Between(io.novacron.goc.kernel.TimeRange span)
                ? new Instant[] {span.from(), span.until()}
                : new Instant[0];
        callWithJson(
                "setup",
                new Configuration(
                        setup.title(),
                        setup.unit(),
                        drawn,
                        window.length().toSeconds(),
                        fixed.length == 0 ? null : seconds(fixed[0]),
                        fixed.length == 0 ? null : seconds(fixed[1]),
                        Math.max(1, intervalSeconds),
                        setup.thresholds(),
                        setup.fit(),
                        setup.tools(),
                        note));
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1_000.0;
    }

    private void load(LiveSeries.Past past) {
        double[] times = new double[past.timesMs().length];
        for (int i = 0; i < times.length; i++) {
            times[i] = past.timesMs()[i] / 1_000.0;
        }
        double[] all = new double[times.length * past.values().length];
        for (int series = 0; series < past.values().length; series++) {
            System.arraycopy(past.values()[series], 0, all, series * times.length, times.length);
        }
        call("load", boxed(times), boxed(all));
    }

    /** As a list, in which what is not a number is null: JSON has no NaN. */
    private static List<@Nullable Double> boxed(double[] values) {
        List<@Nullable Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(Double.isFinite(value) ? value : null);
        }
        return list;
    }
}
