package io.novacron.goc.streaming.otlp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.streaming.collect.TestingSeries;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever is sent as OTLP, in either form: it is read, or refused by name. */
class OtlpFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(OtlpFuzzTest.class);

    @FuzzTest(maxDuration = "60s")
    void anyBodyIsReadOrRefused(byte[] body) {
        for (OtlpBody.Form form : OtlpBody.Form.values()) {
            TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");
            SeriesCatalog catalog = new SeriesCatalog(1, 1_000);
            OtlpPoints points = new OtlpPoints(
                    TestingSeries.unlimited(catalog, clock), new Sources(clock), new DeltaTotals(), "fuzz");
            ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
            try {
                OtlpBody.merge(body, form, request);
                new OtlpReader(points).read(request.build());
                points.batch(clock.instant());
            } catch (OperationsException e) {
                LOG.trace("refused", e);
            }
        }
    }
}
