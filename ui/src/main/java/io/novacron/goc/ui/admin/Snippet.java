package io.novacron.goc.ui.admin;

/** How somebody is told to send to us: what to paste, and where. */
enum Snippet {
    PROMETHEUS("Prometheus", """
            # prometheus.yml
            remote_write:
              - url: %1$s/api/v1/write
                authorization: {credentials: %2$s}
            """),
    VMAGENT("vmagent", """
            vmagent -promscrape.config=prometheus.yml \\
              -remoteWrite.url=%1$s/api/v1/write \\
              -remoteWrite.bearerToken=%2$s
            """),
    COLLECTOR("OpenTelemetry collector", """
            # config.yaml
            exporters:
              otlphttp/goc:
                endpoint: %1$s
                headers: {Authorization: "Bearer %2$s"}
            service:
              pipelines:
                metrics: {receivers: [otlp], exporters: [otlphttp/goc]}
            """),
    SDK("OpenTelemetry SDK or agent", """
            export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
            export OTEL_EXPORTER_OTLP_ENDPOINT=%1$s
            export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer %2$s"
            export OTEL_TRACES_EXPORTER=none OTEL_LOGS_EXPORTER=none
            """),
    NATIVE("Java client", """
            try (TelemetryClient client = TelemetryClient.connect(URI.create("%1$s"), "%2$s")) {
                int cpu = client.define("cpu_ratio", "host", "fra-001");
                client.send(Points.at(System.currentTimeMillis(), new int[] {cpu}, new double[] {0.42}));
            }
            """);

    private final String title;
    private final String text;

    Snippet(String title, String text) {
        this.title = title;
        this.text = text;
    }

    String title() {
        return title;
    }

    /** The lines for an address and a token. */
    String lines(String address, String token) {
        return text.formatted(address, token);
    }
}
