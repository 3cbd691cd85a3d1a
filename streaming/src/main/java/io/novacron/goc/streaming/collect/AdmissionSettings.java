package io.novacron.goc.streaming.collect;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may send how much. A sender is whom a token names; each has quotas of its own, so that none takes the house away
 * from others.
 *
 * @param pointsPerSecond points a second of one sender, with a burst of ten seconds; 0 for no limit
 * @param activeSeries series of one sender that may have had a point within the last hour; more are not made known
 * @param newSeriesPerMinute series that one sender may make known in a minute; those already known go on
 * @param priority senders that are let in while others are told to wait, such as those that alarms depend on
 * @param queueDelay when the broker takes longer than this to acknowledge, senders without priority are told to wait
 */
@ConfigurationProperties("goc.admission")
public record AdmissionSettings(
        @DefaultValue("0") long pointsPerSecond,
        @DefaultValue("400000") int activeSeries,
        @DefaultValue("200000") int newSeriesPerMinute,
        @DefaultValue List<String> priority,
        @DefaultValue("4s") Duration queueDelay) {

    public AdmissionSettings {
        if (pointsPerSecond < 0 || activeSeries < 1 || newSeriesPerMinute < 1) {
            throw new IllegalArgumentException(
                    "goc.admission has a limit that lets nobody in: points-per-second %d, active-series %d, new-series-per-minute %d"
                            .formatted(pointsPerSecond, activeSeries, newSeriesPerMinute));
        }
        if (queueDelay.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "goc.admission.queue-delay is %s; give at least 100ms".formatted(queueDelay));
        }
        priority = List.copyOf(priority);
    }
}
