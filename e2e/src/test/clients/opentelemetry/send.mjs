// Sends a counter, a gauge and two kinds of histograms once, in the form that the first argument names: json or proto.
import { OTLPMetricExporter as Json } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPMetricExporter as Proto } from "@opentelemetry/exporter-metrics-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { AggregationType, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";

const [form, url, token] = process.argv.slice(2);
const Exporter = form === "json" ? Json : Proto;
const exporter = new Exporter({ url, headers: { Authorization: `Bearer ${token}` }, compression: "gzip" });
const provider = new MeterProvider({
  resource: resourceFromAttributes({ "service.name": `js-${form}`, "service.instance.id": "one" }),
  readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60000 })],
  views: [{ instrumentName: "js.exponential", aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM } }],
});
const meter = provider.getMeter("street");
meter.createCounter("js.requests", { unit: "{request}" }).add(3, { route: "/a" });
meter.createUpDownCounter("js.queue").add(-2);
const explicit = meter.createHistogram("js.duration", { unit: "s" });
const exponential = meter.createHistogram("js.exponential");
for (const value of [0.1, 0.2, 0.4, 3]) {
  explicit.record(value);
  exponential.record(value);
}
await provider.forceFlush();
await provider.shutdown();
