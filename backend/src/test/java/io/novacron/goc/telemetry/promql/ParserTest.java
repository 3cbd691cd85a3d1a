package io.novacron.goc.telemetry.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.novacron.goc.kernel.OperationsException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "up{job=\"a\", instance!~'b.*'} # how is it",
                "{__name__=~\"node_.+\"}",
                "sum by (job) (rate(http_requests_total{code=~\"5..\"}[5m]))",
                "sum(rate(x[1h30m])) without (le, pod)",
                "topk(3, avg_over_time(x[5m] offset 1h))",
                "histogram_quantile(0.99, sum by (le) (rate(d_bucket[5m])))",
                "a / on (job) group_left (team) b",
                "a and ignoring(x) b or c unless d",
                "-a ^ 2 * 3 > bool 0x1F",
                "absent(up{job='x'}) == 1",
                "Inf - NaN",
                "round(x, 0.5)",
                "quantile(scalar(q), x)",
                "job:up:sum offset -5m",
                "sum",
                "rate(x[90s])"
            })
    void whatIsServedIsRead(String text) {
        assertThat(Parser.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label_replace(up, 'a', '$1', 'b', '(.*)') | label_replace is outside the PromQL",
                "up[5m:1m]        | sub-queries are outside the PromQL",
                "up @ 1700000000  | modifier @ is outside the PromQL",
                "a atan2 b        | operator atan2 is outside the PromQL",
                "count_values('v', up) | count_values is outside the PromQL",
                "nonsense(up)     | there is no function nonsense",
                "rate(up)         | rate takes a range vector here, not an instant vector",
                "sum(up[5m])      | sum takes an instant vector here, not a range vector",
                "up[5m] + 1       | a range vector cannot stand beside +",
                "1 > 2            | two scalars are compared with bool",
                "1 and up         | and stands between instant vectors only",
                "{job=''}         | a selector needs a metric",
                "{}               | a selector needs a metric",
                "up{job=~'['}     | the pattern \"[\" of label job cannot be read",
                "up{job='a        | does not end",
                "sum by job (up)  | \"job\" at character 8 was not expected",
                "up[5]            | is no duration",
                "topk(up)         | topk takes 2, not 1",
                "rate(up[5m]) rate(up[5m]) | was not expected",
                "up +             | ends too early",
                "up $ 1           | \"$\" at character 4 cannot be read",
                "(1 + 2           | the end was not expected",
                "-'a'             | only a scalar or an instant vector can be negated"
            })
    void whatIsNotServedIsRefusedByName(String text, String why) {
        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(() -> Parser.parse(text))
                .withMessageContaining(why);
    }

    @Test
    void operatorsBindAsInPrometheus() {
        assertThat(constant("2 + 3 * 4")).isEqualTo(14);
        assertThat(constant("2 ^ 3 ^ 2")).isEqualTo(512);
        assertThat(constant("-2 ^ 2")).isEqualTo(-4);
        assertThat(constant("10 - 4 - 3")).isEqualTo(3);
        assertThat(constant("(10 - 4) % 4")).isEqualTo(2);
        assertThat(constant("1 + 1 == bool 2")).isEqualTo(1);
        assertThat(constant("0x10 + 1e1")).isEqualTo(26);
    }

    private static double constant(String text) {
        Evaluator evaluator =
                new Evaluator((matchers, span) -> List.of(), new Steps(0, 1, 1), TestingPoints.unlimited());
        return evaluator.evaluate(Parser.parse(text)) instanceof Evaluator.Value.Scalar(double[] at)
                ? at[0]
                : Double.NaN;
    }

    @ParameterizedTest
    @CsvSource({"15s, 15000", "1h30m, 5400000", "100ms, 100", "15, 15000", "0.5, 500", "2d, 172800000"})
    void durationsAreReadInBothForms(String text, long milliseconds) {
        assertThat(Literals.durationMs(text)).isEqualTo(milliseconds);
    }

    @Test
    void nestingWithoutEndIsRefusedNotFollowed() {
        String deep = "(".repeat(5_000) + "1" + ")".repeat(4_999);

        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(() -> Parser.parse(deep))
                .withMessageContaining("nested deeper");
        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(() -> Parser.parse(" ".repeat(Parser.LONGEST) + "1"))
                .withMessageContaining("at most");
    }
}
