package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.telemetry.Question.Aggregation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final Condition ODD = new Condition("odd", Condition.Comparison.EQUAL, "\"\\{}\n");

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void whatAQuestionWritesIsReadAsTheSameQuestion(Aggregation aggregation) {
        for (boolean rate : new boolean[] {false, true}) {
            for (List<String> by : List.of(List.<String>of(), List.of("zone", "host"))) {
                List<String> grouped = aggregation == Aggregation.EACH ? List.of() : by;
                Question question = new Question("up", List.of(ODD), aggregation, grouped, rate);

                Question read = Question.of(question.promql()).orElseThrow();

                assertThat(read.promql()).isEqualTo(question.promql());
                assertThat(read.aggregation()).isEqualTo(aggregation);
                assertThat(read.rate()).isEqualTo(rate);
                assertThat(read.by()).isEqualTo(grouped);
                assertThat(read.where()).containsExactly(ODD);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(hits[5m])",
                "sum (hits) / sum (misses)",
                "sum without (host) (hits)",
                "hits offset 1h",
                "quantile (0.9, hits)",
                "bottomk(5, hits)",
                "{zone=\"a\"}",
                "hits{",
                "1"
            })
    void anExpressionThatNoQuestionSaysIsNone(String promql) {
        assertThat(Question.of(promql)).isEmpty();
    }

    @Test
    void aRateLooksAtFourStepsAndAMinuteAtLeast() {
        String promql = new Question("hits", List.of(), Aggregation.SUM, List.of("zone"), true).promql();

        assertThat(promql).isEqualTo("sum by (zone) (rate(hits{}[$__rate_interval]))");
        assertThat(Interval.of(Duration.ofSeconds(1)).in(promql)).endsWith("[60000ms]))");
        assertThat(Interval.of(Duration.ofMinutes(5)).in(promql)).endsWith("[1200000ms]))");
    }

    @Test
    void theHighestOfGroupsAreGroups() {
        Question question = new Question("load", List.of(), Aggregation.TOP_5, List.of("zone"), false);

        assertThat(question.promql()).isEqualTo("topk(5, max by (zone) (load{}))");
    }
}
