package io.novacron.goc.streaming.scrape;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.novacron.goc.kernel.OperationsException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever a target offers: it is read, or refused by name. */
class ExpositionFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(ExpositionFuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyTextIsReadOrRefused(byte[] body) {
        for (boolean openMetrics : new boolean[] {false, true}) {
            try {
                Exposition.read(new String(body, StandardCharsets.UTF_8), openMetrics, 1_000);
            } catch (OperationsException e) {
                LOG.trace("refused", e);
            }
        }
    }
}
