package io.novacron.goc.telemetry.promql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many series become fewer. */
public enum Aggregate {
    SUM,
    AVG,
    MIN,
    MAX,
    COUNT,
    GROUP,
    STDDEV,
    STDVAR,
    TOPK,
    BOTTOMK,
    QUANTILE;

    static @Nullable Aggregate of(String name) {
        for (Aggregate aggregate : values()) {
            if (aggregate.word().equals(name.toLowerCase(Locale.ROOT))) {
                return aggregate;
            }
        }
        return null;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesParameter() {
        return this == TOPK || this == BOTTOMK || this == QUANTILE;
    }

    boolean picks() {
        return this == TOPK || this == BOTTOMK;
    }
}
