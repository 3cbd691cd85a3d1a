package io.novacron.goc.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.telemetry.QueryAnswer.Heard;
import io.novacron.goc.telemetry.QueryAnswer.Kind;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final long DAY_MS = DAY.toMillis();
    private static final Layer ERRORS = Layer.of("avg by (zone) (errors)");

    @Test
    void linesOfDifferentTimesShareThemAndLeaveGaps() {
        QueryAnswer answer =
                answer(1_000, series("a", new long[] {1_000, 2_000}, 1, 2), series("b", new long[] {2_000}, 5));
        Lines lines = new Lines(List.of(ERRORS), List.of(answer), true);

        Lines.Columns columns = lines.columns(List.of(answer));

        assertThat(columns.times()).containsExactly(1.0, 2.0);
        assertThat(columns.values()).containsExactly(1.0, 2.0, null, 5.0);
        assertThat(lines.all()).extracting(Lines.Line::label).containsExactly("a", "b");
    }

    @Test
    void whatIsComparedIsMovedOntoTheSameTimesInTheColourOfItsLine() {
        Layer before = ERRORS.before(DAY, "the day before");
        QueryAnswer now = answer(DAY_MS, series("a", new long[] {DAY_MS}, 1), series("b", new long[] {DAY_MS}, 2));
        QueryAnswer then = answer(5_000_000, series("b", new long[] {0}, 9));
        Lines lines = new Lines(List.of(ERRORS, before), List.of(now, then), true);

        Lines.Columns columns = lines.columns(List.of(now, then));

        assertThat(columns.times()).containsExactly(DAY_MS / 1e3);
        assertThat(columns.values()).containsExactly(1.0, 2.0, 9.0);
        assertThat(lines.all().getLast().label()).isEqualTo("b, the day before");
        assertThat(lines.all().getLast().colour()).isEqualTo(lines.all().get(1).colour());
        assertThat(lines.heard(List.of(now, then)).newestMs()).isEqualTo(DAY_MS);
    }

    @Test
    void aSeriesThatAppearsLacksItsLineUntilThereIsNoRoom() {
        QueryAnswer one = answer(0, series("a", new long[] {0}, 1));
        QueryAnswer two = answer(0, series("a", new long[] {0}, 1), series("new", new long[] {0}, 1));
        QueryAnswer many = answer(
                0,
                IntStream.range(0, Lines.MOST)
                        .mapToObj(number -> series("s" + number, new long[] {0}, 1))
                        .toArray(AnsweredSeries[]::new));

        assertThat(new Lines(List.of(ERRORS), List.of(one), true).lack(List.of(one)))
                .isFalse();
        assertThat(new Lines(List.of(ERRORS), List.of(one), true).lack(List.of(two)))
                .isTrue();
        assertThat(new Lines(List.of(ERRORS), List.of(many), true).lack(List.of(two)))
                .isFalse();
    }

    @Test
    void aRowHoldsOneValueForEachLineAndNoneForTheSilent() {
        QueryAnswer both =
                answer(0, series("a", new long[] {0}, 1), series("b", new long[] {0}, Double.POSITIVE_INFINITY));
        Lines lines = new Lines(List.of(ERRORS), List.of(both), true);

        assertThat(lines.row(List.of(both))).containsExactly(1.0, null);
        assertThat(lines.row(List.of(answer(0, series("b", new long[] {0}, 4)))))
                .containsExactly(null, 4.0);
    }

    @Test
    void customersAreNumberedForEyesThatShallNotReadTheirNames() {
        AnsweredSeries acme =
                new AnsweredSeries(Map.of("tenant", "Acme", "zone", "a"), new long[] {0}, new double[] {1});
        AnsweredSeries other =
                new AnsweredSeries(Map.of("tenant", "Other", "zone", "a"), new long[] {0}, new double[] {2});
        QueryAnswer answer = answer(0, acme, other);

        Lines hidden = new Lines(List.of(ERRORS), List.of(answer), false);

        assertThat(hidden.all())
                .extracting(Lines.Line::label)
                .allMatch(label -> label.contains("tenant ") && !label.contains("Acme"))
                .doesNotHaveDuplicates();
        assertThat(new Lines(List.of(ERRORS), List.of(answer), true)
                        .all()
                        .getFirst()
                        .label())
                .contains("Acme");
    }

    @Test
    void aSingleSeriesIsAveragedOverWhatAPointStandsForWithABandAroundIt() {
        ChartSetup setup = ChartSetup.of("CPU", "ratio", SeriesKey.of("cpu", "region", "eu-oslo", "zone", "a"));

        assertThat(setup.layers(Duration.ofSeconds(1))).isEqualTo(setup.layers());
        assertThat(setup.layers(Duration.ofMinutes(2)))
                .extracting(Layer::expression)
                .containsExactly(
                        "avg_over_time(cpu{region=\"eu-oslo\",zone=\"a\",host=\"\",vm=\"\"}[120s])",
                        "min_over_time(cpu{region=\"eu-oslo\",zone=\"a\",host=\"\",vm=\"\"}[120s])",
                        "max_over_time(cpu{region=\"eu-oslo\",zone=\"a\",host=\"\",vm=\"\"}[120s])");
        assertThat(setup.every(300).layers(Duration.ofMinutes(2)))
                .extracting(Layer::expression)
                .containsExactly("avg_over_time(cpu{region=\"eu-oslo\",zone=\"a\",host=\"\",vm=\"\"}[360s])");
    }

    private static QueryAnswer answer(long newestMs, AnsweredSeries... series) {
        return new QueryAnswer(Kind.MATRIX, List.of(series), new Heard(newestMs, 1_000));
    }

    private static AnsweredSeries series(String zone, long[] times, double... values) {
        return new AnsweredSeries(Map.of("zone", zone), times, values);
    }
}
