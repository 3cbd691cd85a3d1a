package io.novacron.goc.ui.telemetry;

import io.novacron.goc.ui.charts.Layer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What a chart is compared with. */
enum Compared {
    NOTHING("", "nothing", Duration.ZERO),
    YESTERDAY("1d", "the day before", Duration.ofDays(1)),
    LAST_WEEK("7d", "the week before", Duration.ofDays(7));

    private final String code;
    private final String words;
    private final Duration back;

    Compared(String code, String words, Duration back) {
        this.code = code;
        this.words = words;
        this.back = back;
    }

    /** As an address has it. */
    String code() {
        return code;
    }

    String words() {
        return words;
    }

    /** What an address asks for; nothing when it is none of these. */
    static Compared of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(NOTHING);
    }

    /** The same layer at the other time. */
    Optional<Layer> of(Layer layer) {
        return this == NOTHING ? Optional.empty() : Optional.of(layer.before(back, words));
    }
}
