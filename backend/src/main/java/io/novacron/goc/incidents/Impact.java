package io.novacron.goc.incidents;

import io.novacron.goc.alerts.Alert;
import io.novacron.goc.availability.RegionIndicators;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What customers notice, in one sentence. */
final class Impact {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Impact() {}

    static String of(String regionName, RegionIndicators now, Alert alert) {
        String since = TIME.format(alert.openedAt());
        double requests = now.requestsPerSecond();
        double errors = now.errorRatio();
        if (Double.isNaN(requests) || Double.isNaN(errors)) {
            return "Not measured; alert %d of %s: %s".formatted(alert.number(), since, alert.title());
        }
        String failing = String.format(
                Locale.ROOT,
                "%,.0f of %,.0f requests/s fail in %s (%.1f %%)",
                requests * errors,
                requests,
                regionName,
                errors * 100);
        String waiting = Double.isNaN(now.latencyP99Ms())
                ? ""
                : String.format(Locale.ROOT, ", one in a hundred waits %,.0f ms", now.latencyP99Ms());
        return failing + waiting + ", since " + since;
    }
}
