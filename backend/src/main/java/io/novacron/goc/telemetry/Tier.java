package io.novacron.goc.telemetry;

import java.time.Duration;
import java.time.Instant;

/**
 * How coarse history is, from fine to coarse. Each tier is made of the one before it, block by block; the first of the
 * segments that flushes leave.
 */
public enum Tier {
    TEN_SECONDS("rollup_10s_block", "sketch_10s", Duration.ofSeconds(10), Duration.ofHours(1)),
    MINUTE("rollup_1m", "sketch_1m", Duration.ofMinutes(1), Duration.ofHours(1)),
    HOUR("rollup_1h", "sketch_1h", Duration.ofHours(1), Duration.ofDays(1));

    private final String table;
    private final String sketchTable;
    private final Duration bucket;
    private final Duration block;

    Tier(String table, String sketchTable, Duration bucket, Duration block) {
        this.table = table;
        this.sketchTable = sketchTable;
        this.bucket = bucket;
        this.block = block;
    }

    String table() {
        return table;
    }

    String sketchTable() {
        return sketchTable;
    }

    /** The width of a bucket. */
    public Duration bucket() {
        return bucket;
    }

    /** What is made at once. */
    Duration block() {
        return block;
    }

    /** The start of the block that a time lies in. */
    Instant blockAt(Instant at) {
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), block.toMillis()) * block.toMillis());
    }

    long bucketMs() {
        return bucket.toMillis();
    }
}
