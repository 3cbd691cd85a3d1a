package io.novacron.goc.streaming.lines;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event in the JSON format of CloudEvents 1.0, as far as telemetry looks at it.
 *
 * @param numbers the numbers that are members of its data
 */
record CloudEvent(String id, String source, String type, String subject, Instant at, Map<String, Double> numbers) {

    static final int EVENTS_MOST = 10_000;
    static final int NUMBERS_MOST = 100;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Reads an event, or an array of them.
     *
     * @param now the time of events that name none
     * @throws OperationsException INVALID_INPUT when they are none, TOO_LARGE when they are too many
     */
    static List<CloudEvent> read(byte[] body, Instant now) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "the body is no JSON: " + e.getOriginalMessage(), e);
        }
        if (root.isObject()) {
            return List.of(event(root, now));
        }
        if (!root.isArray()) {
            throw refused("the body is neither an event nor an array of events");
        }
        if (root.size() > EVENTS_MOST) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the body holds %d events; at most %d are taken".formatted(root.size(), EVENTS_MOST));
        }
        List<CloudEvent> events = new ArrayList<>();
        root.forEach(each -> events.add(event(each, now)));
        return events;
    }

    private static OperationsException refused(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, why);
    }

    private static CloudEvent event(JsonNode node, Instant now) {
        String version = node.path("specversion").asString("");
        if (!version.equals("1.0")) {
            throw refused("an event is of specversion \"%s\"; 1.0 is spoken here".formatted(version));
        }
        return new CloudEvent(
                required(node, "id"),
                required(node, "source"),
                required(node, "type"),
                node.path("subject").asString(""),
                time(node.path("time").asString(""), now),
                numbers(node.path("data")));
    }

    private static String required(JsonNode node, String name) {
        String value = node.path(name).asString("");
        if (value.isEmpty()) {
            throw refused("an event has no %s".formatted(name));
        }
        return value;
    }

    private static Instant time(String text, Instant now) {
        try {
            return text.isEmpty() ? now : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the time \"%s\" of an event is not as RFC 3339 writes it".formatted(text),
                    e);
        }
    }

    private static Map<String, Double> numbers(JsonNode data) {
        Map<String, Double> numbers = new TreeMap<>();
        data.properties().forEach(member -> {
            if (member.getValue().isNumber() && numbers.size() < NUMBERS_MOST) {
                numbers.put(member.getKey(), member.getValue().asDouble());
            }
        });
        return numbers;
    }
}
