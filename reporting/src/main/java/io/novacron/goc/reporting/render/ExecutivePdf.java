package io.novacron.goc.reporting.render;

import io.novacron.goc.availability.AvailabilityPoint;
import io.novacron.goc.kernel.Sha256;
import io.novacron.goc.reporting.model.ExecutiveFacts;
import java.awt.Color;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Sets the executive one-pager: three numbers first, in plain words; then the curve, the incidents and the worst
 * regions.
 */
public final class ExecutivePdf {

    private static final Color INK = new Color(0x16202a);
    private static final Color QUIET = new Color(0x5b6875);
    private static final Color LINE = new Color(0xd5dce3);
    private static final Color PALE = new Color(0xf3f6f9);
    private static final Color BLUE = new Color(0x2f6fdb);
    private static final Color RED = new Color(0xc8283c);
    private static final Color GREEN = new Color(0x0b8f86);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Sheet.Style TITLE = new Sheet.Style(20, true, INK);
    private static final Sheet.Style HEADING = new Sheet.Style(11.5f, true, INK);
    private static final Sheet.Style BODY = new Sheet.Style(9, false, INK);
    private static final Sheet.Style STRONG = new Sheet.Style(9, true, INK);
    private static final Sheet.Style SMALL = new Sheet.Style(7.5f, false, QUIET);

    private final ExecutiveFacts facts;
    private final Sheet sheet;

    private ExecutivePdf(ExecutiveFacts facts, Sheet sheet) {
        this.facts = facts;
        this.sheet = sheet;
    }

    /** The report as a PDF; the same facts give the same bytes. */
    public static byte[] of(ExecutiveFacts facts) {
        byte[] fingerprint = fingerprint(facts);
        long id = java.nio.ByteBuffer.wrap(fingerprint).getLong();
        try (Sheet sheet = new Sheet("Executive report", facts.period().until(), id)) {
            ExecutivePdf report = new ExecutivePdf(facts, sheet);
            report.head();
            report.numbers();
            report.curve();
            report.incidents();
            report.worst();
            return sheet.finish(report.foot(HexFormat.of().formatHex(fingerprint, 0, 8)), SMALL);
        }
    }

    private void head() {
        sheet.text("Operations report", 0, 16, TITLE);
        sheet.textRight("NovaCron GOC", Sheet.WIDTH, 16, new Sheet.Style(10, true, BLUE));
        String period = "%s to %s UTC"
                .formatted(
                        TIME.format(facts.period().from()),
                        TIME.format(facts.period().until()));
        sheet.text(period, 0, 32, new Sheet.Style(10, false, QUIET));
        if (facts.simulated()) {
            sheet.textRight(
                    "SIMULATION: includes a simulated fleet", Sheet.WIDTH, 32, new Sheet.Style(8, false, QUIET));
        }
        sheet.down(48);
    }

    private void numbers() {
        float width = (Sheet.WIDTH - 24) / 3;
        double availability = facts.figures().availability();
        boolean measured = !Double.isNaN(availability);
        tile(
                0,
                width,
                "Availability",
                measured ? percent(availability) : "not measured",
                measured ? failedInWords(availability) : "no request was counted in this period",
                INK);
        Duration left = facts.figures().budgetLeft();
        boolean spent = left.isNegative();
        tile(
                width + 12,
                width,
                "Error budget left",
                (spent ? "-" : "") + span(left.abs()),
                "of %s that %s %% allows".formatted(span(facts.figures().budget()), facts.objectivePercent()),
                spent ? RED : GREEN);
        int many = facts.incidents().size();
        long open = facts.incidents().stream()
                .filter(ExecutiveFacts.IncidentLine::open)
                .count();
        tile(
                2 * (width + 12),
                width,
                "Incidents",
                Integer.toString(many),
                many == 0
                        ? "none in this period"
                        : "%s in all%s"
                                .formatted(span(facts.incidentTime()), open == 0 ? "" : ", %d open".formatted(open)),
                many == 0 ? GREEN : INK);
        sheet.down(86);
    }

    private void tile(float x, float width, String name, String number, String words, Color color) {
        sheet.box(x, 0, width, 70, PALE);
        sheet.box(x, 0, 3, 70, color);
        sheet.text(name, x + 12, 16, new Sheet.Style(9, false, QUIET));
        float size = 22;
        while (sheet.width(number, size) > width - 24) {
            size--;
        }
        sheet.text(number, x + 12, 42, new Sheet.Style(size, true, color));
        sheet.text(sheet.lines(words, width - 20, 8).getFirst(), x + 12, 59, new Sheet.Style(8, false, QUIET));
    }

    /**
     * The failed share of requests over the period, as bars: nothing failed is an empty line, nothing measured a grey
     * one.
     */
    private void curve() {
        float height = 96;
        sheet.text("Requests that failed", 0, 10, HEADING);
        double most = facts.curve().stream()
                .mapToDouble(point -> Double.isNaN(point.availability()) ? 0 : 1 - point.availability())
                .max()
                .orElse(0);
        double top = Math.max(most, 0.0001);
        sheet.textRight("highest step " + percent(most), Sheet.WIDTH, 10, SMALL);
        sheet.down(20);
        sheet.box(0, 0, Sheet.WIDTH, height, PALE);
        float step = Sheet.WIDTH / Math.max(1, facts.curve().size());
        for (int i = 0; i < facts.curve().size(); i++) {
            AvailabilityPoint point = facts.curve().get(i);
            if (Double.isNaN(point.availability())) {
                sheet.box(i * step, height - 3, step, 3, LINE);
            } else {
                float bar = (float) ((1 - point.availability()) / top * (height - 10));
                sheet.box(
                        i * step,
                        height - bar,
                        Math.max(0.8f, step - 1),
                        bar,
                        1 - point.availability() >= 0.05 ? RED : BLUE);
            }
        }
        sheet.line(0, height, Sheet.WIDTH, height, QUIET, 0.6f);
        sheet.text(TIME.format(facts.period().from()), 0, height + 10, SMALL);
        sheet.textRight(TIME.format(facts.period().until()), Sheet.WIDTH, height + 10, SMALL);
        sheet.down(height + 28);
    }

    private void incidents() {
        sheet.need(60);
        sheet.text("Incidents", 0, 10, HEADING);
        sheet.down(18);
        if (facts.incidents().isEmpty()) {
            sheet.text("There was none.", 0, 10, BODY);
            sheet.down(26);
            return;
        }
        incidentColumns();
        for (ExecutiveFacts.IncidentLine incident : facts.incidents()) {
            List<String> title =
                    sheet.lines("#%d %s".formatted(incident.number(), incident.title()), 250, STRONG.size());
            List<String> impact = sheet.lines(incident.impact(), 250, SMALL.size());
            int shown = Math.min(3, impact.size());
            float height = title.size() * 11 + shown * 9 + 8;
            if (sheet.need(height)) {
                incidentColumns();
            }
            float below = 10;
            for (String line : title) {
                sheet.text(line, 0, below, STRONG);
                below += 11;
            }
            for (String line : impact.subList(0, shown)) {
                sheet.text(line, 0, below - 1, SMALL);
                below += 9;
            }
            sheet.text(
                    incident.severity(),
                    262,
                    10,
                    new Sheet.Style(9, true, incident.severity().equals("critical") ? RED : INK));
            sheet.text(TIME.format(incident.began()), 312, 10, BODY);
            sheet.text(span(incident.lasted()) + (incident.open() ? ", open" : ""), 392, 10, BODY);
            sheet.textRight(sheet.lines(incident.commander(), 62, BODY.size()).getFirst(), Sheet.WIDTH, 10, BODY);
            sheet.rule(height, LINE);
            sheet.down(height + 2);
        }
        sheet.down(14);
    }

    private void incidentColumns() {
        sheet.text("What", 0, 8, SMALL);
        sheet.text("Severity", 262, 8, SMALL);
        sheet.text("Began (UTC)", 312, 8, SMALL);
        sheet.text("Lasted", 392, 8, SMALL);
        sheet.textRight("Commander", Sheet.WIDTH, 8, SMALL);
        sheet.rule(12, QUIET);
        sheet.down(14);
    }

    private void worst() {
        sheet.need(50 + 14 * Math.min(3, facts.worst().size()));
        sheet.text("Regions that served worst", 0, 10, HEADING);
        sheet.down(18);
        if (facts.worst().isEmpty()) {
            sheet.text("No region was measured in this period.", 0, 10, BODY);
            sheet.down(20);
            return;
        }
        sheet.text("Region", 0, 8, SMALL);
        sheet.textRight("Availability", 260, 8, SMALL);
        sheet.textRight("Lost time", 360, 8, SMALL);
        sheet.textRight("Measured", Sheet.WIDTH, 8, SMALL);
        sheet.rule(12, QUIET);
        sheet.down(14);
        for (ExecutiveFacts.RegionLine region : facts.worst()) {
            sheet.need(14);
            sheet.text(region.name(), 0, 10, BODY);
            sheet.textRight(percent(region.availability()), 260, 10, STRONG);
            sheet.textRight(span(region.downtime()), 360, 10, BODY);
            sheet.textRight(wholePercent(region.measuredRatio()), Sheet.WIDTH, 10, BODY);
            sheet.down(14);
        }
    }

    private List<String> foot(String fingerprint) {
        return List.of(
                "Availability is the share of requests that succeeded, weighted by requests; %s of the period was measured. Times are UTC."
                        .formatted(wholePercent(facts.figures().measuredRatio())),
                "Made by NovaCron GOC from the recorded facts with fingerprint %s; the same facts give the same document."
                        .formatted(fingerprint));
    }

    /** As many digits as it takes to see the first that is not a nine, at most four after the point. */
    static String percent(double ratio) {
        double value = ratio * 100;
        String text = String.format(Locale.ROOT, "%.4f", Math.floor(value * 10_000) / 10_000);
        return text.replaceFirst("(\\.\\d\\d)0+$", "$1") + " %";
    }

    private static String wholePercent(double ratio) {
        return Double.isNaN(ratio) ? "0 %" : "%d %%".formatted(Math.round(ratio * 100));
    }

    private static String failedInWords(double availability) {
        double failed = 1 - availability;
        if (failed <= 0) {
            return "every request succeeded";
        }
        return "about 1 of %,d requests failed".formatted(Math.max(1, Math.round(1 / failed)));
    }

    static String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
        if (seconds < 3_600) {
            return "%d m %d s".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return "%d h %d m".formatted(seconds / 3_600, seconds % 3_600 / 60);
        }
        return "%d d %d h".formatted(seconds / 86_400, seconds % 86_400 / 3_600);
    }

    private static byte[] fingerprint(ExecutiveFacts facts) {
        return Sha256.of(facts.toString());
    }
}
