package io.novacron.goc.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps what is usual for an indicator at an hour of the day, learnt from the last {@value #DAYS} days. */
@Service
public class Baselines {

    static final int DAYS = 14;

    private final BaselineStore store;

    Baselines(BaselineStore store) {
        this.store = store;
    }

    /** Stores what was learnt, replacing what was known of the same hours, and forgets what is too old. */
    public void learn(List<LearntHour> hours, Instant now) {
        if (!hours.isEmpty()) {
            store.save(hours);
        }
        store.dropBefore(now.minus(Duration.ofDays(DAYS)));
    }

    /** The usual behaviour of all series at the hour of the day that the instant falls in, by stored series id. */
    public Map<Long, Baseline> usualAt(Instant now) {
        return store.atHour(now.atOffset(ZoneOffset.UTC).getHour(), now.minus(Duration.ofDays(DAYS)));
    }

    /** The start of the newest hour that was learnt. */
    public Optional<Instant> newestHour() {
        return store.newestHour();
    }
}
