package io.novacron.goc.ui.api;

import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.telemetry.QueryAnswer.Kind;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the shape of Prometheus' HTTP API: a time in seconds, a value as text. */
final class PrometheusJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double SMALL = 1e-6;
    private static final double LARGE = 1e21;

    private PrometheusJson() {}

    static String answer(QueryAnswer answer) {
        return written(json -> {
            json.writeStartObject();
            json.writeStringProperty("resultType", answer.kind().name().toLowerCase(Locale.ROOT));
            json.writeName("result");
            if (answer.kind() == Kind.SCALAR) {
                pair(json, answer.series().getFirst(), 0);
            } else {
                json.writeStartArray();
                answer.series().forEach(series -> series(json, answer.kind(), series));
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    private static void series(JsonGenerator json, Kind kind, AnsweredSeries series) {
        json.writeStartObject();
        json.writeName("metric");
        labels(json, series.labels());
        if (kind == Kind.VECTOR) {
            json.writeName("value");
            pair(json, series, 0);
        } else {
            json.writeName("values");
            json.writeStartArray();
            for (int i = 0; i < series.values().length; i++) {
                pair(json, series, i);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void pair(JsonGenerator json, AnsweredSeries series, int at) {
        json.writeStartArray();
        json.writeNumber(seconds(series.timestampsMs()[at]));
        json.writeString(value(series.values()[at]));
        json.writeEndArray();
    }

    private static String seconds(long milliseconds) {
        return milliseconds % 1_000 == 0
                ? Long.toString(milliseconds / 1_000)
                : BigDecimal.valueOf(milliseconds, 3).toPlainString();
    }

    static String value(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        double size = Math.abs(value);
        if (size == 0 || size >= SMALL && size < LARGE) {
            String plain = new BigDecimal(Double.toString(value)).toPlainString();
            return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        }
        return Double.toString(value);
    }

    private static void labels(JsonGenerator json, Map<String, String> labels) {
        json.writeStartObject();
        labels.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    static String labelSets(Collection<Map<String, String>> sets) {
        return written(json -> {
            json.writeStartArray();
            sets.forEach(labels -> labels(json, labels));
            json.writeEndArray();
        });
    }

    static String texts(Collection<String> texts) {
        return written(json -> {
            json.writeStartArray();
            texts.forEach(json::writeString);
            json.writeEndArray();
        });
    }

    static String object(Map<String, String> properties) {
        return written(json -> labels(json, new TreeMap<>(properties)));
    }

    /** For each name the one entry that says that nothing more is known. */
    static String metadata(Collection<String> names) {
        return written(json -> {
            json.writeStartObject();
            names.forEach(name -> {
                json.writeName(name);
                json.writeStartArray();
                labels(json, Map.of("type", "unknown", "help", "", "unit", ""));
                json.writeEndArray();
            });
            json.writeEndObject();
        });
    }

    private static String written(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            content.accept(json);
        }
        return text.toString();
    }
}
