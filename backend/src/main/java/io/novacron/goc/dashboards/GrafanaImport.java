package io.novacron.goc.dashboards;

import io.novacron.goc.dashboards.Panel.Kind;
import io.novacron.goc.dashboards.Panel.Limit;
import io.novacron.goc.dashboards.Panel.Query;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that Grafana exports of a dashboard: panels whose kinds there are here, asked in PromQL, with their
 * places, units and thresholds, and variables over the values of a label. What has no match is named, with the reason;
 * nothing is left out in silence.
 *
 * <p>Source: Grafana's documented dashboard JSON model, schema versions 14 and later, and the exports in use.
 */
public final class GrafanaImport {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final int TITLE_SHOWN = 60;
    private static final int OLD_COLUMNS = 12;
    private static final double OLD_ROW_PX = 30;
    private static final int USUAL_HEIGHT = 8;
    private static final int ROW_HEIGHT = 2;

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("timeseries", Kind.LINES),
            Map.entry("graph", Kind.LINES),
            Map.entry("stat", Kind.NUMBER),
            Map.entry("singlestat", Kind.NUMBER),
            Map.entry("gauge", Kind.NUMBER),
            Map.entry("bargauge", Kind.NUMBER),
            Map.entry("table", Kind.TABLE),
            Map.entry("table-old", Kind.TABLE),
            Map.entry("text", Kind.TEXT),
            Map.entry("row", Kind.TEXT));

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("percentunit", "ratio"),
            Map.entry("percent", "%"),
            Map.entry("ms", "ms"),
            Map.entry("s", "s"),
            Map.entry("bytes", "B"),
            Map.entry("decbytes", "B"),
            Map.entry("Bps", "B/s"),
            Map.entry("binBps", "B/s"),
            Map.entry("reqps", "/s"),
            Map.entry("ops", "/s"),
            Map.entry("cps", "/s"),
            Map.entry("short", ""),
            Map.entry("none", ""));

    private static final Pattern LABEL_VALUES =
            Pattern.compile("label_values\\(\\s*(?:(.+?)\\s*,\\s*)?([a-zA-Z_]\\w*)\\s*\\)");
    private static final Pattern METRIC = Pattern.compile("^[a-zA-Z_:][\\w:]*");

    private final List<String> leftOut = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private int y;

    /**
     * What was read.
     *
     * @param leftOut one sentence for each thing that is not there
     */
    public record Imported(String title, Content content, List<String> leftOut) {}

    private GrafanaImport() {}

    /**
     * @throws OperationsException TOO_LARGE beyond {@link #LARGEST}, INVALID_INPUT when it is no dashboard
     */
    public static Imported read(byte[] json) {
        if (json.length > LARGEST) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the file has %,d bytes; a dashboard of %,d at most is read".formatted(json.length, LARGEST));
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            return new GrafanaImport().whole(root.has("dashboard") ? root.path("dashboard") : root);
        } catch (JacksonException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the file is no JSON: %s; export the dashboard anew".formatted(e.getOriginalMessage()),
                    e);
        }
    }

    private Imported whole(JsonNode dashboard) {
        if (!dashboard.path("panels").isArray() && !dashboard.path("rows").isArray()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the file is JSON, but no dashboard of Grafana: it has neither panels nor rows");
        }
        dashboard.path("panels").forEach(this::readAny);
        dashboard.path("rows").forEach(row -> {
            heading(row);
            row.path("panels").forEach(this::readAny);
        });
        List<Variable> variables = variables(dashboard.path("templating").path("list"));
        if (dashboard.path("annotations").path("list").size() > 1) {
            leftOut.add("Annotations: charts here are marked with alerts, incidents and maintenance by themselves.");
        }
        String title = shown(dashboard.path("title").asString(""));
        String from = dashboard.path("time").path("from").asString("now-1h");
        return new Imported(
                title.isEmpty() ? "Imported dashboard" : title,
                new Content(
                        panels.stream().limit(Content.PANELS_MOST).toList(),
                        variables,
                        from.matches("now-\\d{1,6}[smhdw]") ? from : "now-1h"),
                all());
    }

    private List<String> all() {
        if (panels.size() > Content.PANELS_MOST) {
            leftOut.add("%d panels beyond the %d that a dashboard holds."
                    .formatted(panels.size() - Content.PANELS_MOST, Content.PANELS_MOST));
        }
        return List.copyOf(leftOut);
    }

    private void readAny(JsonNode panel) {
        if (panel.path("type").asString("").equals("row")) {
            heading(panel);
            panel.path("panels").forEach(this::readAny);
        } else {
            one(panel).ifPresent(this::put);
        }
    }

    private void heading(JsonNode row) {
        String title = shown(row.path("title").asString(""));
        if (!title.isEmpty()) {
            put(new Panel(0, Kind.TEXT, title, "", List.of(), List.of(), "", box(row, Box.COLUMNS, ROW_HEIGHT)));
        }
    }

    private void put(Panel panel) {
        panels.add(panel.numbered(panels.size() + 1));
        y = Math.max(y, panel.box().below());
    }

    private Optional<Panel> one(JsonNode panel) {
        String title = shown(panel.path("title").asString(""));
        String type = panel.path("type").asString("");
        Kind kind = KINDS.get(type);
        if (kind == null) {
            return refuse(title, "panels of type %s are not shown here".formatted(shown(type)));
        }
        if (kind == Kind.TEXT) {
            String text = panel.path("options")
                    .path("content")
                    .asString(panel.path("content").asString(""));
            return kept(title, () -> new Panel(0, kind, title, "", List.of(), List.of(), text, box(panel)));
        }
        List<Query> queries = queries(title, panel.path("targets"));
        if (queries.isEmpty()) {
            return refuse(title, "it asks nothing in PromQL");
        }
        return kept(title, () -> new Panel(0, kind, title, unit(panel), queries, limits(panel), "", box(panel)));
    }

    private Optional<Panel> kept(String title, java.util.function.Supplier<Panel> panel) {
        try {
            return Optional.of(panel.get());
        } catch (OperationsException e) {
            return refuse(title, e.explanation());
        }
    }

    private Optional<Panel> refuse(String title, String why) {
        leftOut.add("Panel “%s”: %s.".formatted(title.isEmpty() ? "without a title" : title, why));
        return Optional.empty();
    }

    private List<Query> queries(String title, JsonNode targets) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode target : targets) {
            String expression = target.path("expr").asString("");
            if (expression.isBlank()) {
                leftOut.add("A query of panel “%s”: it is not in PromQL.".formatted(title));
            } else if (expression.length() > Panel.EXPRESSION_LONGEST || queries.size() == Panel.QUERIES_MOST) {
                leftOut.add("A query of panel “%s”: it is too long, or one too many.".formatted(title));
            } else if (target.path("hide").asBoolean(false)) {
                leftOut.add("A query of panel “%s”: it is hidden there.".formatted(title));
            } else {
                String legend = target.path("legendFormat").asString("");
                queries.add(
                        new Query(expression, legend.contains("{{") || legend.equals("__auto") ? "" : shown(legend)));
            }
        }
        return queries;
    }

    private static String unit(JsonNode panel) {
        String unit = panel.path("fieldConfig")
                .path("defaults")
                .path("unit")
                .asString(panel.path("format")
                        .asString(panel.path("yaxes").path(0).path("format").asString("")));
        String known = UNITS.get(unit);
        return known != null ? known : unit.length() <= OLD_COLUMNS ? unit : "";
    }

    private static List<Limit> limits(JsonNode panel) {
        List<Limit> limits = new ArrayList<>();
        JsonNode steps =
                panel.path("fieldConfig").path("defaults").path("thresholds").path("steps");
        List<Double> values = new ArrayList<>();
        steps.forEach(step -> {
            if (step.path("value").isNumber()) {
                values.add(step.path("value").asDouble());
            }
        });
        for (int i = Math.max(0, values.size() - 2); i < values.size(); i++) {
            limits.add(new Limit(values.get(i), i == values.size() - 1 && values.size() > 1 ? "critical" : "warning"));
        }
        return limits;
    }

    private Box box(JsonNode panel) {
        return box(panel, panel.path("span").asInt(OLD_COLUMNS) * Box.COLUMNS / OLD_COLUMNS, USUAL_HEIGHT);
    }

    /** Where the panel stands; old dashboards say only how wide it is: then it follows the others. */
    private Box box(JsonNode panel, int width, int height) {
        JsonNode place = panel.path("gridPos");
        if (place.isObject()) {
            return new Box(
                    place.path("x").asInt(0),
                    place.path("y").asInt(y),
                    place.path("w").asInt(width),
                    place.path("h").asInt(height));
        }
        double px = panel.path("height").asDouble(height * OLD_ROW_PX);
        return new Box(0, y, width, (int) Math.ceil(px / OLD_ROW_PX));
    }

    private List<Variable> variables(JsonNode list) {
        List<Variable> variables = new ArrayList<>();
        for (JsonNode variable : list) {
            String name = variable.path("name").asString("");
            String type = variable.path("type").asString("");
            String query = variable.path("query").isObject()
                    ? variable.path("query").path("query").asString("")
                    : variable.path("query").asString("");
            Matcher values = LABEL_VALUES.matcher(query.strip());
            if (type.equals("datasource") || type.equals("interval")) {
                continue;
            }
            if (!values.matches()) {
                leftOut.add("Variable $%s: it does not list the values of a label.".formatted(shown(name)));
                continue;
            }
            try {
                variables.add(new Variable(name, values.group(2), metric(values.group(1)), ""));
            } catch (OperationsException e) {
                leftOut.add("Variable $%s: %s.".formatted(shown(name), e.explanation()));
            }
        }
        return variables;
    }

    private static String metric(@org.jspecify.annotations.Nullable String selector) {
        Matcher metric = METRIC.matcher(selector == null ? "" : selector);
        return metric.find() ? metric.group() : "";
    }

    /** A word of the file as it may be repeated: plain and short. */
    private static String shown(String word) {
        String clean = word.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > TITLE_SHOWN ? clean.substring(0, TITLE_SHOWN) + "…" : clean;
    }
}
