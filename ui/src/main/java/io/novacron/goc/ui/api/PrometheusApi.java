package io.novacron.goc.ui.api;

import io.novacron.goc.db.ServerTrouble;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.QueryAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Questions in PromQL as Prometheus takes and answers them, so that Grafana and other tools of the field can ask us.
 * The part of the language that is served is in {@code docs/promql.md}.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class PrometheusApi {

    /** The version of Prometheus whose API and behaviour this follows; tools choose their questions by it. */
    private static final String FOLLOWS = "2.42.0";

    private static final Duration HEARD_WITHIN = Duration.ofHours(6);

    private final Queries queries;

    PrometheusApi(Queries queries) {
        this.queries = queries;
    }

    /** The value of an expression at one moment. */
    @RequestMapping(path = "/query", method = RequestMethod.GET)
    ResponseEntity<String> query(@RequestParam String query, @RequestParam(required = false) @Nullable String time) {
        QueryAnswer answer = queries.instant(query, time == null ? queries.now() : instant("time", time));
        return success(PrometheusJson.answer(answer));
    }

    /** The same, asked by a form, for long expressions. */
    @RequestMapping(path = "/query", method = RequestMethod.POST)
    ResponseEntity<String> queryByForm(
            @RequestParam String query, @RequestParam(required = false) @Nullable String time) {
        return query(query, time);
    }

    /** The values of an expression at every step of a range. */
    @RequestMapping(path = "/query_range", method = RequestMethod.GET)
    ResponseEntity<String> queryRange(
            @RequestParam String query,
            @RequestParam String start,
            @RequestParam String end,
            @RequestParam String step) {
        Instant from = instant("start", start);
        Instant until = instant("end", end);
        if (until.isBefore(from)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "the range ends at %s, before it starts at %s".formatted(until, from));
        }
        QueryAnswer answer = queries.range(query, new TimeRange(from, until), Queries.duration(step));
        return success(PrometheusJson.answer(answer));
    }

    /** The same, asked by a form. */
    @RequestMapping(path = "/query_range", method = RequestMethod.POST)
    ResponseEntity<String> queryRangeByForm(
            @RequestParam String query,
            @RequestParam String start,
            @RequestParam String end,
            @RequestParam String step) {
        return queryRange(query, start, end, step);
    }

    /** The labels of the series that selectors find. */
    @RequestMapping(path = "/series", method = RequestMethod.GET)
    ResponseEntity<String> series(
            @RequestParam("match[]") List<String> match, @RequestParam(required = false) @Nullable String start) {
        return success(PrometheusJson.labelSets(queries.series(match, since(start))));
    }

    /** The same, asked by a form. */
    @RequestMapping(path = "/series", method = RequestMethod.POST)
    ResponseEntity<String> seriesByForm(
            @RequestParam("match[]") List<String> match, @RequestParam(required = false) @Nullable String start) {
        return series(match, start);
    }

    /** The names of labels. */
    @RequestMapping(path = "/labels", method = RequestMethod.GET)
    ResponseEntity<String> labels(
            @RequestParam(name = "match[]", required = false) @Nullable List<String> match,
            @RequestParam(required = false) @Nullable String start) {
        return texts(queries.labelNames(match == null ? List.of() : match, since(start)));
    }

    /** The same, asked by a form. */
    @RequestMapping(path = "/labels", method = RequestMethod.POST)
    ResponseEntity<String> labelsByForm(
            @RequestParam(name = "match[]", required = false) @Nullable List<String> match,
            @RequestParam(required = false) @Nullable String start) {
        return labels(match, start);
    }

    /** The values of a label. */
    @GetMapping("/label/{name}/values")
    ResponseEntity<String> labelValues(
            @PathVariable String name,
            @RequestParam(name = "match[]", required = false) @Nullable List<String> match,
            @RequestParam(required = false) @Nullable String start) {
        return texts(queries.labelValues(name, match == null ? List.of() : match, since(start)));
    }

    /** What is known of metrics: their names; kind, help and unit are not kept. */
    @GetMapping("/metadata")
    ResponseEntity<String> metadata(@RequestParam(required = false) @Nullable String metric) {
        Collection<String> names =
                metric == null ? queries.labelValues("__name__", List.of(), Instant.EPOCH) : List.of(metric);
        return success(PrometheusJson.metadata(names));
    }

    /** Who answers, and which Prometheus it follows. */
    @GetMapping("/status/buildinfo")
    ResponseEntity<String> buildInfo() {
        return success(PrometheusJson.object(Map.of("application", "NovaCron GOC", "version", FOLLOWS)));
    }

    private static ResponseEntity<String> texts(Collection<String> texts) {
        return success(PrometheusJson.texts(texts));
    }

    private static ResponseEntity<String> success(String data) {
        return ResponseEntity.ok("{\"status\":\"success\",\"data\":" + data + "}");
    }

    private Instant since(@Nullable String start) {
        return start == null ? queries.now().minus(HEARD_WITHIN) : instant("start", start);
    }

    /** Seconds since 1970, or a date and time as RFC 3339 writes it. */
    private static Instant instant(String what, String text) {
        try {
            if (text.indexOf('T') > 0) {
                return OffsetDateTime.parse(text).toInstant();
            }
            double seconds = Double.parseDouble(text);
            if (Math.abs(seconds) < 1e11) {
                return Instant.ofEpochMilli(Math.round(seconds * 1e3));
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, refused(what, text), e);
        }
        throw new OperationsException(ErrorCode.INVALID_INPUT, refused(what, text));
    }

    private static String refused(String what, String text) {
        return "%s is \"%s\"; give seconds since 1970 or a time such as 2026-11-27T08:00:00Z".formatted(what, text);
    }

    @ExceptionHandler
    ResponseEntity<String> on(OperationsException error) {
        return switch (error.code()) {
            case INVALID_INPUT -> failure(400, "bad_data", error.explanation());
            case TOO_LARGE -> failure(422, "execution", error.explanation());
            default -> failure(503, "unavailable", error.explanation());
        };
    }

    @ExceptionHandler
    ResponseEntity<String> on(MissingServletRequestParameterException missing) {
        return failure(400, "bad_data", "the parameter %s is missing".formatted(missing.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<String> on(DataAccessException failure) {
        ServerTrouble trouble = ServerTrouble.in(failure).orElseThrow(() -> failure);
        return failure(503, "unavailable", trouble.advice());
    }

    private static ResponseEntity<String> failure(int status, String type, String why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(PrometheusJson.object(Map.of("status", "error", "errorType", type, "error", why)));
    }
}
