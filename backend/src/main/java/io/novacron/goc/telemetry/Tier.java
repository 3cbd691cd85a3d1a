package io.novacron.goc.telemetry;

import java.time.Duration;

/** How coarse history is, from fine to coarse. Each tier but the first is made of the one before it, block by block. */
public enum Tier {
    TEN_SECONDS("rollup_10s", Duration.ofSeconds(10), Duration.ofSeconds(10)),
    MINUTE("rollup_1m", Duration.ofMinutes(1), Duration.ofHours(1)),
    HOUR("rollup_1h", Duration.ofHours(1), Duration.ofDays(1));

    private final String table;
    private final Duration bucket;
    private final Duration block;

    Tier(String table, Duration bucket, Duration block) {
        this.table = table;
        this.bucket = bucket;
        this.block = block;
    }

    String table() {
        return table;
    }

    /** The width of a bucket. */
    public Duration bucket() {
        return bucket;
    }

    /** What is made at once. */
    Duration block() {
        return block;
    }

    long bucketMs() {
        return bucket.toMillis();
    }
}
