package io.novacron.goc.ui.fleet;

import io.novacron.goc.analytics.Trend;
import io.novacron.goc.ui.live.LiveHub;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Where the errors of each region lead, by the last quarter of an hour: worked out once for all who look. */
@Service
final class ErrorTrends {

    /** How far it is looked ahead. */
    static final Duration AHEAD = Duration.ofMinutes(15);

    /** The numbers of a region: a direction (1 rises, -1 falls, 0 stays), and where it leads, per million. */
    static final int NUMBERS = 2;

    private static final int POINTS = LiveHub.QUARTER_POINTS;
    private static final long POINT_MS = AHEAD.toMillis() / POINTS;
    /** A change of less is no news: per million, and as a part of what is. */
    private static final double LEAST = 200;

    private static final double LEAST_PART = 0.2;
    /** Five minutes lead a quarter of an hour ahead; less is a whim. */
    private static final int FEWEST = POINTS / 3;

    private static final int NOT_KNOWN = -1;

    private final LiveHub hub;
    private volatile int[] all = new int[0];

    ErrorTrends(LiveHub hub) {
        this.hub = hub;
    }

    /** {@value #NUMBERS} numbers for each region, in the order of the fleet. */
    int[] all() {
        return all;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void work() {
        all = of(hub.quarter());
    }

    /** @param errors {@link LiveHub#quarter()} */
    static int[] of(int[] errors) {
        long[] times = new long[POINTS];
        Arrays.setAll(times, i -> i * POINT_MS);
        int[] trends = new int[errors.length / POINTS * NUMBERS];
        for (int region = 0; region < errors.length / POINTS; region++) {
            double[] values = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                int error = errors[region * POINTS + i];
                values[i] = error == NOT_KNOWN ? Double.NaN : error;
            }
            boolean enough = Arrays.stream(values).filter(Double::isFinite).count() >= FEWEST;
            put(enough ? Trend.of(times, values) : Optional.empty(), trends, region * NUMBERS);
        }
        return trends;
    }

    private static void put(Optional<Trend> trend, int[] trends, int at) {
        trends[at + 1] = NOT_KNOWN;
        trend.ifPresent(known -> {
            double leads =
                    Math.max(0, known.at(known.lastMs() + AHEAD.toMillis()).middle());
            double change = leads - known.level();
            boolean news = known.isSure() && Math.abs(change) >= Math.max(LEAST, LEAST_PART * known.level());
            trends[at] = news ? (int) Math.signum(change) : 0;
            trends[at + 1] = (int) Math.round(leads);
        });
    }
}
