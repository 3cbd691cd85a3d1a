package io.novacron.goc.analytics.stage;

import io.novacron.goc.analytics.detect.Detector;
import io.novacron.goc.analytics.detect.Opinion;
import io.novacron.goc.analytics.detect.SameHourDetector;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.telemetry.Series;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** One detector at one series, and what it said last. */
final class Watch {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'");

    final Series series;
    final Place place;
    final Indicator indicator;
    final Detector detector;
    private Opinion opinion = Opinion.CLEAN;
    private long newestMs;
    private long cleanSinceMs = Long.MAX_VALUE;

    Watch(Series series, Place place, Indicator indicator, Detector detector) {
        this.series = series;
        this.place = place;
        this.indicator = indicator;
        this.detector = detector;
    }

    /** Takes a sample; one that is not newer than the newest is left out. Returns whether the severity changed. */
    boolean observe(long atMs, double value) {
        if (atMs <= newestMs) {
            return false;
        }
        newestMs = atMs;
        Severity before = opinion.severity();
        opinion = detector.observe(atMs, value);
        if (!opinion.clean()) {
            cleanSinceMs = Long.MAX_VALUE;
        } else if (cleanSinceMs == Long.MAX_VALUE) {
            cleanSinceMs = atMs;
        }
        return before != opinion.severity();
    }

    Opinion opinion() {
        return opinion;
    }

    /** How long every sample was clean, by the samples' own time: silence adds nothing. */
    long cleanForMs() {
        return cleanSinceMs == Long.MAX_VALUE ? 0 : newestMs - cleanSinceMs;
    }

    FindingKey key() {
        return new FindingKey(detector.name(), place, indicator.title());
    }

    static String clock(long atMs) {
        return CLOCK.format(
                Instant.ofEpochMilli(atMs).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** {@code error ratio of eu-frankfurt is 7.2 % since 11:40:03 UTC; the limit is 5 %}. */
    String explanation() {
        String standard = detector instanceof SameHourDetector ? "usual at this hour is" : "the limit is";
        return "%s of %s is %s since %s; %s %s"
                .formatted(
                        indicator.title(),
                        place,
                        indicator.inWords(opinion.seen()),
                        clock(opinion.sinceMs()),
                        standard,
                        indicator.inWords(opinion.expected()));
    }
}
