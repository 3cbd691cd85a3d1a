package io.novacron.goc.streaming.collect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is sent as remote write 2.0: it is read, or refused by name. */
class RemoteWrite2FuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteWrite2FuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyBodyIsReadOrRefused(byte[] body) {
        TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");
        SeriesCatalog catalog = new SeriesCatalog(1, 1_000);
        KnownSeries known = new KnownSeries(catalog, TestingSeries.unlimited(catalog, clock), new Sources(clock));
        try {
            new RemoteWrite2Parser(known).parse(new ProtobufReader(body), "fuzz", clock.instant());
        } catch (OperationsException e) {
            LOG.trace("refused", e);
        }
    }
}
