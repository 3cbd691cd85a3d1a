package io.novacron.goc.e2e.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a server by Prometheus' query API. */
public final class Asker implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();

    private final URI address;
    private final @Nullable String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Asker(URI address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer: by labels, then by epoch milliseconds. Refusals carry why. */
    public record Answer(Map<String, Map<Long, Double>> series, String refusal) {}

    /** Asks for one moment. */
    public Answer instant(String promql, long atMs) {
        return ask("/api/v1/query", Map.of("query", promql, "time", seconds(atMs)));
    }

    /** Asks for a range. */
    public Answer range(String promql, long fromMs, long untilMs, long stepMs) {
        return ask(
                "/api/v1/query_range",
                Map.of("query", promql, "start", seconds(fromMs), "end", seconds(untilMs), "step", seconds(stepMs)));
    }

    /** The only value of an expression now; NaN when there is none. */
    public double newest(String promql) {
        return instant(promql, CLOCK.millis()).series().values().stream()
                .flatMap(points -> points.values().stream())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A metric of the server itself, by the beginning of its line: its name, or that and its first labels. */
    public double metric(String name) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/metrics"));
        return send(request)
                .lines()
                .filter(line ->
                        line.startsWith(name + " ") || line.startsWith(name.indexOf('{') < 0 ? name + "{" : name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String seconds(long milliseconds) {
        return "%d.%03d".formatted(milliseconds / 1_000, milliseconds % 1_000);
    }

    private Answer ask(String path, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return read(JsonParser.parseString(send(request)).getAsJsonObject());
    }

    private String send(HttpRequest.Builder request) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        }
    }

    private static Answer read(JsonObject answer) {
        if (!answer.has("status") || !answer.get("status").getAsString().equals("success")) {
            return new Answer(
                    Map.of(), answer.has("error") ? answer.get("error").getAsString() : answer.toString());
        }
        JsonObject data = answer.getAsJsonObject("data");
        JsonArray result = data.getAsJsonArray("result");
        Map<String, Map<Long, Double>> series = new TreeMap<>();
        if (data.get("resultType").getAsString().equals("scalar")) {
            series.put("", points(result));
        } else {
            for (JsonElement each : result) {
                JsonObject one = each.getAsJsonObject();
                Map<String, String> labels = new TreeMap<>();
                one.getAsJsonObject("metric")
                        .entrySet()
                        .forEach(label ->
                                labels.put(label.getKey(), label.getValue().getAsString()));
                series.put(
                        labels.toString(),
                        one.has("value") ? points(one.getAsJsonArray("value")) : many(one.getAsJsonArray("values")));
            }
        }
        return new Answer(series, "");
    }

    private static Map<Long, Double> many(JsonArray pairs) {
        Map<Long, Double> points = new TreeMap<>();
        pairs.forEach(pair -> points.putAll(points(pair.getAsJsonArray())));
        return points;
    }

    private static Map<Long, Double> points(JsonArray pair) {
        return Map.of(
                Math.round(pair.get(0).getAsDouble() * 1e3), value(pair.get(1).getAsString()));
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
