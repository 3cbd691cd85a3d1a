package io.novacron.goc.streaming.scrape;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where metrics are offered.
 *
 * @param labels that every series of it gets, {@code job} and {@code instance} among them
 */
record Target(URI address, Map<String, String> labels) {

    private static final String METRICS = "/metrics";

    /**
     * Reads a target as the settings or a file of Prometheus name it: an address, or a host and a port.
     *
     * @throws OperationsException {@link ErrorCode#CONFIGURATION} when it is neither
     */
    static Target of(String text, Map<String, String> more, String job) {
        try {
            Map<String, String> labels = new TreeMap<>();
            String scheme = more.getOrDefault("__scheme__", "http");
            URI uri = URI.create(text.contains("://") ? text : scheme + "://" + text);
            String path = more.getOrDefault("__metrics_path__", METRICS);
            URI address = uri.getPath().isEmpty() || uri.getPath().equals("/") ? uri.resolve(path) : uri;
            if (address.getHost() == null || !address.getScheme().startsWith("http")) {
                throw new IllegalArgumentException("no host");
            }
            more.forEach((name, value) -> {
                if (!name.startsWith("__")) {
                    labels.put(name, value);
                }
            });
            labels.putIfAbsent("job", job);
            labels.putIfAbsent("instance", address.getPort() < 0 ? address.getHost() : address.getAuthority());
            return new Target(address, Map.copyOf(labels));
        } catch (IllegalArgumentException e) {
            throw new OperationsException(
                    ErrorCode.CONFIGURATION,
                    "\"%s\" is no target; write for example http://127.0.0.1:9100/metrics or 127.0.0.1:9100"
                            .formatted(text),
                    e);
        }
    }
}
