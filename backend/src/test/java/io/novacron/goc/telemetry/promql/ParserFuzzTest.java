package io.novacron.goc.telemetry.promql;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.novacron.goc.kernel.OperationsException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is asked: it is computed, or refused by name. */
class ParserFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(ParserFuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyQuestionIsAnsweredOrRefused(byte[] question) {
        TestingPoints points = new TestingPoints()
                .with("a", Map.of("x", "1", "le", "0.5"), 1, 2, 3, 2, 1)
                .with("b", Map.of("x", "1", "le", "+Inf"), 5, 5, 5, 5, 5);
        try {
            points.at(40, new String(question, StandardCharsets.UTF_8));
        } catch (OperationsException e) {
            LOG.trace("refused", e);
        }
    }
}
