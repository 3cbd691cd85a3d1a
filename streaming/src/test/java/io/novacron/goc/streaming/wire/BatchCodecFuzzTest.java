package io.novacron.goc.streaming.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever lies in the broker: it is a batch, or it is said why not. */
class BatchCodecFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(BatchCodecFuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyRecordIsABatchOrIsNot(byte[] record) {
        try {
            WireBatch batch = BatchCodec.decode(record);
            assertThat(BatchCodec.decode(BatchCodec.encode(batch)))
                    .usingRecursiveComparison()
                    .isEqualTo(batch);
        } catch (MalformedBatch e) {
            LOG.trace("no batch", e);
        }
    }
}
