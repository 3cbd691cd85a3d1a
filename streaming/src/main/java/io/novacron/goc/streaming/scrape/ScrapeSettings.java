package io.novacron.goc.streaming.scrape;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is fetched, and how often.
 *
 * @param targets addresses such as {@code http://127.0.0.1:9100/metrics}; the path may be left out
 * @param file a file of targets in the form of Prometheus' file discovery (JSON), read again every interval
 * @param interval from one fetch of a target to the next
 * @param timeout how long a target may take; no longer than the interval
 * @param job the label {@code job} of targets for which the file names none
 * @param bodyMost how much a target may answer, unpacked
 * @param samplesMost how many samples a target may offer; one that offers more is not taken at all
 */
@ConfigurationProperties("goc.scrape")
public record ScrapeSettings(
        @DefaultValue List<String> targets,
        @Nullable Path file,
        @DefaultValue("15s") Duration interval,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("scrape") String job,
        @DefaultValue("16MB") DataSize bodyMost,
        @DefaultValue("50000") int samplesMost) {

    public ScrapeSettings {
        targets = List.copyOf(targets);
        if (interval.toMillis() < 1_000 || timeout.toMillis() < 1 || timeout.compareTo(interval) > 0) {
            throw new IllegalArgumentException(
                    "goc.scrape.interval is %s and goc.scrape.timeout %s; give 1s or more, and a timeout within the interval"
                            .formatted(interval, timeout));
        }
        if (samplesMost < 1 || bodyMost.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "goc.scrape has a limit below 1: body-most %s, samples-most %d".formatted(bodyMost, samplesMost));
        }
    }
}
