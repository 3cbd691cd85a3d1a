package io.novacron.goc.streaming.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes series and points of metrics, of every kind that OpenTelemetry has. */
final class OtlpReader {

    private static final String SERVICE = "service.name";
    private static final String NAMESPACE = "service.namespace";
    private static final String INSTANCE = "service.instance.id";

    /** Attributes of a resource that say where it stands, and the labels by which the fleet knows that. */
    private static final Map<String, String> PLACES =
            Map.of("host.name", "host", "cloud.region", "region", "cloud.availability_zone", "zone");

    private final OtlpPoints points;
    private int exemplars;
    private int withoutValue;

    OtlpReader(OtlpPoints points) {
        this.points = points;
    }

    void read(ExportMetricsServiceRequest request) {
        request.getResourceMetricsList().forEach(this::read);
        points.leaveOut("exemplar", exemplars, "exemplars are not kept yet");
        points.leaveOut("stale_marker", withoutValue, "a point whose flags say that it has no value");
    }

    private void read(ResourceMetrics resource) {
        Map<String, String> labels = resourceLabels(resource.getResource().getAttributesList());
        resource.getScopeMetricsList().forEach(scope -> scope.getMetricsList().forEach(metric -> read(metric, labels)));
    }

    private static Map<String, String> resourceLabels(List<KeyValue> attributes) {
        Map<String, String> labels = new TreeMap<>();
        String service = "";
        String namespace = "";
        for (KeyValue attribute : attributes) {
            String value = text(attribute.getValue());
            switch (attribute.getKey()) {
                case SERVICE -> service = value;
                case NAMESPACE -> namespace = value;
                case INSTANCE -> OtlpPoints.merge(labels, "instance", value);
                default -> OtlpPoints.merge(labels, PLACES.getOrDefault(attribute.getKey(), ""), value);
            }
        }
        OtlpPoints.merge(labels, "job", namespace.isEmpty() ? service : namespace + "/" + service);
        return labels;
    }

    private void read(Metric metric, Map<String, String> labels) {
        switch (metric.getDataCase()) {
            case GAUGE -> {
                String name = MetricNames.metric(metric.getName(), metric.getUnit(), MetricNames.Kind.GAUGE);
                metric.getGauge().getDataPointsList().forEach(point -> number(name, labels, point, false));
            }
            case SUM -> sum(metric, metric.getSum(), labels);
            case HISTOGRAM -> histogram(metric, metric.getHistogram(), labels);
            case EXPONENTIAL_HISTOGRAM -> exponential(metric, metric.getExponentialHistogram(), labels);
            case SUMMARY -> {
                String name = MetricNames.metric(metric.getName(), metric.getUnit(), MetricNames.Kind.OTHER);
                metric.getSummary().getDataPointsList().forEach(point -> summary(name, labels, point));
            }
            case DATA_NOT_SET -> points.refuse("metric_without_data", 1, metric.getName());
        }
    }

    private void sum(Metric metric, Sum sum, Map<String, String> labels) {
        MetricNames.Kind kind = sum.getIsMonotonic() ? MetricNames.Kind.COUNTER : MetricNames.Kind.OTHER;
        String name = MetricNames.metric(metric.getName(), metric.getUnit(), kind);
        boolean delta = isDelta(sum.getAggregationTemporality());
        sum.getDataPointsList().forEach(point -> number(name, labels, point, delta));
    }

    private static boolean isDelta(AggregationTemporality temporality) {
        return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
    }

    private void number(String name, Map<String, String> labels, NumberDataPoint point, boolean delta) {
        exemplars += point.getExemplarsCount();
        if (hasNoValue(point.getFlags()) || point.getValueCase() == NumberDataPoint.ValueCase.VALUE_NOT_SET) {
            withoutValue++;
            return;
        }
        double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
        open(labels, point.getAttributesList(), point.getTimeUnixNano(), delta).add(name, value);
    }

    private static boolean hasNoValue(int flags) {
        return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
    }

    private OtlpPoints.DataPoint open(
            Map<String, String> labels, List<KeyValue> attributes, long timeNanos, boolean delta) {
        Map<String, String> all = OtlpPoints.copy(labels);
        attributes.forEach(
                attribute -> OtlpPoints.merge(all, MetricNames.label(attribute.getKey()), text(attribute.getValue())));
        return points.new DataPoint(all, timeNanos, delta);
    }

    private void histogram(Metric metric, Histogram histogram, Map<String, String> labels) {
        String name = MetricNames.metric(metric.getName(), metric.getUnit(), MetricNames.Kind.OTHER);
        boolean delta = isDelta(histogram.getAggregationTemporality());
        histogram.getDataPointsList().forEach(point -> {
            exemplars += point.getExemplarsCount();
            int bounds = point.getExplicitBoundsCount();
            if (hasNoValue(point.getFlags())) {
                withoutValue++;
                return;
            }
            if (point.getBucketCountsCount() != 0 && point.getBucketCountsCount() != bounds + 1) {
                points.refuse(
                        "histogram_shape",
                        1,
                        "%s has %d counts for %d bounds".formatted(name, point.getBucketCountsCount(), bounds));
                return;
            }
            OtlpPoints.DataPoint open = open(labels, point.getAttributesList(), point.getTimeUnixNano(), delta);
            double below = 0;
            for (int i = 0; i < bounds; i++) {
                below += point.getBucketCounts(i);
                open.add(name + "_bucket", "le", number(point.getExplicitBounds(i)), below);
            }
            finish(open, name, point.getCount(), point.hasSum(), point.getSum());
        });
    }

    private void exponential(Metric metric, ExponentialHistogram histogram, Map<String, String> labels) {
        String name = MetricNames.metric(metric.getName(), metric.getUnit(), MetricNames.Kind.OTHER);
        boolean delta = isDelta(histogram.getAggregationTemporality());
        histogram.getDataPointsList().forEach(point -> {
            exemplars += point.getExemplarsCount();
            if (hasNoValue(point.getFlags())) {
                withoutValue++;
                return;
            }
            OtlpPoints.DataPoint open = open(labels, point.getAttributesList(), point.getTimeUnixNano(), delta);
            ExponentialBuckets.cumulative(point)
                    .forEach((bound, below) -> open.add(name + "_bucket", "le", number(bound), below));
            finish(open, name, point.getCount(), point.hasSum(), point.getSum());
        });
    }

    private static void finish(OtlpPoints.DataPoint open, String name, long count, boolean hasSum, double sum) {
        open.add(name + "_bucket", "le", "+Inf", (double) count);
        open.add(name + "_count", (double) count);
        if (hasSum) {
            open.add(name + "_sum", sum);
        }
    }

    private void summary(String name, Map<String, String> labels, SummaryDataPoint point) {
        if (hasNoValue(point.getFlags())) {
            withoutValue++;
            return;
        }
        OtlpPoints.DataPoint open = open(labels, point.getAttributesList(), point.getTimeUnixNano(), false);
        point.getQuantileValuesList()
                .forEach(quantile -> open.add(name, "quantile", number(quantile.getQuantile()), quantile.getValue()));
        open.add(name + "_count", (double) point.getCount());
        open.add(name + "_sum", point.getSum());
    }

    /** A number as a label has it: 0.5, 10, 1e+06 is 1000000. */
    static String number(double value) {
        String text = new BigDecimal(Double.toString(value)).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpReader::text)
                        .toList()
                        .toString();
            case KVLIST_VALUE -> {
                Map<String, String> map = new TreeMap<>();
                value.getKvlistValue().getValuesList().forEach(each -> map.put(each.getKey(), text(each.getValue())));
                yield map.toString();
            }
            default -> "";
        };
    }
}
