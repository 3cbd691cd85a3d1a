package io.novacron.goc.streaming.otlp;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.collect.Delivery;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What both doors of OpenTelemetry do with a request once it is read. */
@Component
final class OtlpIntake {

    private final Delivery delivery;
    private final NewSeries series;
    private final Sources sources;
    private final Clock clock;
    private final DeltaTotals totals = new DeltaTotals();

    OtlpIntake(TelemetrySink sink, NewSeries series, Sources sources, Clock clock) {
        this.delivery = new Delivery(sink, sources);
        this.series = series;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * How much of a request was not taken, and why; the rest is with the broker.
     *
     * @param why empty when all was taken
     */
    record LeftOut(long many, String why) {

        static final LeftOut NOTHING = new LeftOut(0, "");
    }

    /**
     * Takes metrics; returns after the broker has acknowledged them.
     *
     * @throws OperationsException OVERLOADED or BROKER_UNAVAILABLE when they should be sent again; TOO_LARGE when never
     */
    LeftOut take(ExportMetricsServiceRequest request, String source) {
        OtlpPoints points = new OtlpPoints(series, sources, totals, source);
        new OtlpReader(points).read(request);
        int outOfTime = delivery.acknowledged(points.batch(clock.instant()));
        if (outOfTime > 0 && points.refused() == 0) {
            return new LeftOut(
                    outOfTime,
                    "points from before what is kept in ten seconds, or more than ten minutes ahead, are left out");
        }
        return points.refused() == 0 ? LeftOut.NOTHING : new LeftOut(points.refused() + outOfTime, points.why());
    }

    /** Counts log records, which are not kept. */
    LeftOut count(ExportLogsServiceRequest request, String source) {
        return homeless(
                source,
                "log_record",
                request.getResourceLogsList().stream()
                        .flatMap(resource -> resource.getScopeLogsList().stream())
                        .mapToInt(scope -> scope.getLogRecordsCount())
                        .sum());
    }

    /** Counts spans, which are not kept. */
    LeftOut count(ExportTraceServiceRequest request, String source) {
        return homeless(
                source,
                "span",
                request.getResourceSpansList().stream()
                        .flatMap(resource -> resource.getScopeSpansList().stream())
                        .mapToInt(scope -> scope.getSpansCount())
                        .sum());
    }

    private LeftOut homeless(String source, String what, int many) {
        if (many == 0) {
            return LeftOut.NOTHING;
        }
        sources.rejected(source, what, many, "there is no home for them here yet");
        return new LeftOut(
                many,
                "%ss are counted but not kept here yet; switch their exporter off to save the way"
                        .formatted(what.replace('_', ' ')));
    }

    /** Counts a request that was refused as a whole; returns why. */
    OperationsException refused(String source, OperationsException why) {
        return delivery.refused(source, why);
    }
}
