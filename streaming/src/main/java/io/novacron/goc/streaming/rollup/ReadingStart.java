package io.novacron.goc.streaming.rollup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.telemetry.RollupStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the reading of partitions begins: where the database stands, as far as the broker still has that. */
final class ReadingStart {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingStart.class);

    /** A point may be as much older than the record it is in. */
    private static final Duration POINTS_BEFORE = Duration.ofHours(2);

    private final RollupStore store;
    private final Duration storedFor;
    private final Clock clock;
    private final Counter lost;

    /** @param storedFor what is older than that is not stored */
    ReadingStart(RollupStore store, Duration storedFor, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.storedFor = storedFor;
        this.clock = clock;
        this.lost = meters.counter("goc.telemetry.lost.records");
    }

    /**
     * Where a partition begins.
     *
     * @param storedOffset where the database stands
     * @param readFrom the first record that is read; another when the broker has not what would follow
     */
    record At(long storedOffset, long readFrom) {}

    /** Asks the database and the broker. */
    Map<TopicPartition, At> of(Consumer<?, ?> from, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> first = from.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = from.endOffsets(partitions);
        Map<TopicPartition, At> starts = new HashMap<>();
        for (TopicPartition name : partitions) {
            OptionalLong stored = store.nextOffset(name.topic(), name.partition());
            long begins = first.getOrDefault(name, 0L);
            starts.put(
                    name,
                    stored.isPresent()
                            ? goingOn(name, stored.getAsLong(), begins, end.getOrDefault(name, Long.MAX_VALUE))
                            : new At(0, begins));
        }
        return starts;
    }

    private At goingOn(TopicPartition name, long stored, long first, long end) {
        if (stored < first) {
            lost.increment((double) first - stored);
            LOG.atError()
                    .addKeyValue("partition", name)
                    .addKeyValue("records", first - stored)
                    .log("the broker has deleted telemetry that was not stored; reading goes on with what is left");
            return new At(stored, first);
        }
        if (stored > end) {
            LOG.atWarn()
                    .addKeyValue("partition", name)
                    .addKeyValue("stored", stored)
                    .addKeyValue("end", end)
                    .log("the broker's partition ends before what was stored of it, so it is a new one; reading it from"
                            + " its beginning");
            return new At(stored, first);
        }
        return new At(stored, stored);
    }

    /**
     * How far back points of records that are read next may have been stored already. Usually two hours; more when
     * storing is behind by that.
     */
    Instant pointsSince(Consumer<?, ?> from, Map<TopicPartition, At> starts) {
        Instant now = clock.instant();
        Map<TopicPartition, Long> ends = from.endOffsets(starts.keySet());
        Duration behind = POINTS_BEFORE;
        while (behind.compareTo(storedFor) < 0 && isBehind(from, starts, ends, now.minus(behind))) {
            behind = behind.multipliedBy(2);
        }
        return now.minus(behind).minus(POINTS_BEFORE);
    }

    /** Whether there is something unread from before that time. */
    private static boolean isBehind(
            Consumer<?, ?> from, Map<TopicPartition, At> starts, Map<TopicPartition, Long> ends, Instant time) {
        Map<TopicPartition, Long> asked =
                starts.keySet().stream().collect(Collectors.toMap(name -> name, name -> time.toEpochMilli()));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = from.offsetsForTimes(asked);
        return starts.entrySet().stream().anyMatch(start -> {
            OffsetAndTimestamp since = found.get(start.getKey());
            long offset = since == null ? ends.getOrDefault(start.getKey(), 0L) : since.offset();
            return start.getValue().readFrom() < offset;
        });
    }
}
