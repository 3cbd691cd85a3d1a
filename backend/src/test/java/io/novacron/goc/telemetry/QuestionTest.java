package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.telemetry.Question.Aggregation;
import io.novacron.goc.telemetry.promql.Parser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionTest {

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void everyQuestionCanBeRead(Aggregation aggregation) {
        for (boolean rate : new boolean[] {false, true}) {
            for (List<String> by : List.of(List.<String>of(), List.of("zone", "host"))) {
                Question question = new Question("up", List.of(new Label("odd", "\"\\{}")), aggregation, by, rate);

                assertThat(Parser.parse(question.promql(Duration.ofSeconds(5)))).isNotNull();
            }
        }
    }

    @Test
    void aRateLooksAtFourStepsAndAMinuteAtLeast() {
        Question question = new Question("hits", List.of(), Aggregation.SUM, List.of("zone"), true);

        assertThat(question.promql(Duration.ofSeconds(1))).isEqualTo("sum by (zone) (rate(hits{}[60s]))");
        assertThat(question.promql(Duration.ofMinutes(5))).isEqualTo("sum by (zone) (rate(hits{}[1200s]))");
    }

    @Test
    void theHighestOfGroupsAreGroups() {
        Question question = new Question("load", List.of(), Aggregation.TOP_5, List.of("zone"), false);

        assertThat(question.promql(Duration.ofSeconds(1))).isEqualTo("topk(5, max by (zone) (load{}))");
    }
}
