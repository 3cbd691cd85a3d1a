package io.novacron.goc.streaming.collect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.novacron.goc.kernel.OperationsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is sent as a native batch: it is read, or refused by name. */
class NativeBatchFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(NativeBatchFuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyBodyIsReadOrRefused(byte[] body) {
        try {
            NativeBatch.read(body);
        } catch (OperationsException e) {
            LOG.trace("refused", e);
        }
    }
}
