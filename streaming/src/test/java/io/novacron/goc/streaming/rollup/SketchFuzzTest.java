package io.novacron.goc.streaming.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever lies in the database: it is a sketch that can be asked and stored again, or it is said why not. */
class SketchFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(SketchFuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyBytesAreASketchOrAreNot(byte[] bytes) {
        try {
            QuantileSketch sketch = QuantileSketch.decode(bytes);
            byte[] again = sketch.encode();
            assertThat(QuantileSketch.decode(again).encode()).isEqualTo(again);
            assertThat(sketch.count()).isNotNegative();
            if (sketch.count() > 0) {
                assertThat(sketch.quantile(0)).isLessThanOrEqualTo(sketch.quantile(1));
            }
        } catch (IllegalArgumentException e) {
            LOG.trace("no sketch", e);
        }
    }
}
