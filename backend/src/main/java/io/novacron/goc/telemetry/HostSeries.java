package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The series of each host, found by the labels that place them. */
final class HostSeries implements SeriesListener {

    private final Map<HostId, List<Series>> byHost = new ConcurrentHashMap<>();

    @Override
    public void discovered(List<Series> series) {
        for (Series each : series) {
            Place place = SeriesPlace.of(each.key());
            HostId host = place == null ? null : place.host();
            if (host != null) {
                List<Series> known = byHost.computeIfAbsent(host, fresh -> new ArrayList<>());
                synchronized (known) {
                    known.add(each);
                }
            }
        }
    }

    /** The series of a host in the order they were found, at most so many. */
    List<Series> of(HostId host, int most) {
        List<Series> known = byHost.get(host);
        if (known == null) {
            return List.of();
        }
        synchronized (known) {
            return List.copyOf(known.subList(0, Math.min(most, known.size())));
        }
    }
}
