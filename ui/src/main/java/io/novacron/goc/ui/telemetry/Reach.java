package io.novacron.goc.ui.telemetry;

import java.time.Duration;

/** How far back a chart of a metric reaches. */
enum Reach {
    QUARTER("15 minutes", Duration.ofMinutes(15), Duration.ofSeconds(3)),
    HOUR("hour", Duration.ofHours(1), Duration.ofSeconds(10)),
    SIX_HOURS("6 hours", Duration.ofHours(6), Duration.ofMinutes(1)),
    DAY("24 hours", Duration.ofHours(24), Duration.ofMinutes(5)),
    WEEK("7 days", Duration.ofDays(7), Duration.ofHours(1)),
    QUARTER_YEAR("90 days", Duration.ofDays(90), Duration.ofHours(6));

    private final String words;
    private final Duration length;
    private final Duration step;

    Reach(String words, Duration length, Duration step) {
        this.words = words;
        this.length = length;
        this.step = step;
    }

    String words() {
        return words;
    }

    QueryChart.Scale scale() {
        return new QueryChart.Scale(length, step);
    }
}
