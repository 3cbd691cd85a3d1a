package io.novacron.goc.analytics.stage;

import io.novacron.goc.analytics.detect.SilenceDetector;
import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.telemetry.Freshness;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stopped speaking. A zone is silent when its own series and all its hosts are, a region when its own series and
 * all its zones are; what was never heard since the start is not missed. When nearly every region falls silent at once,
 * it is the way in that failed, and that is said once. One thread at a time.
 */
final class Silences {

    static final String INDICATOR = "telemetry";

    private static final int NONE = -1;
    private static final Duration REGION_HOLD = Duration.ofSeconds(2);
    private static final Duration ZONE_HOLD = Duration.ofSeconds(3);
    private static final Duration HOST_HOLD = Duration.ofSeconds(8);
    private static final int FEW_REGIONS = 3;
    private static final double NEARLY_ALL = 0.8;

    private final SilenceDetector regionDetector;
    private final SilenceDetector zoneDetector;
    private final SilenceDetector hostDetector;
    private final Freshness freshness = new Freshness();
    private final Map<Place, Node> nodes = new LinkedHashMap<>();
    private final List<Node> regions = new ArrayList<>();
    private int[] nodeOf = new int[0];
    private int subjects;
    private long everythingFreshSinceMs = Long.MAX_VALUE;

    Silences(double intervals) {
        regionDetector = new SilenceDetector(intervals, REGION_HOLD);
        zoneDetector = new SilenceDetector(intervals, ZONE_HOLD);
        hostDetector = new SilenceDetector(intervals, HOST_HOLD);
    }

    /** A place and when it is due. */
    private static final class Node {

        final Place place;
        final int subject;
        final List<Node> parts = new ArrayList<>();
        int voices;
        boolean ownVoice;
        long heardMs;
        long dueMs;
        double intervalMs;
        boolean silent;
        long freshSinceMs = Long.MAX_VALUE;

        Node(Place place, int subject) {
            this.place = place;
            this.subject = subject;
        }

        /** Whether its silence says more than that of its only part does. */
        boolean speaks() {
            return ownVoice || voices > 1;
        }
    }

    void add(Series series) {
        Place place = series.key().label("vm") == null ? SeriesPlace.of(series.key()) : null;
        if (series.index() >= nodeOf.length) {
            int known = nodeOf.length;
            nodeOf = Arrays.copyOf(nodeOf, Math.max(series.index() + 1, known * 2));
            Arrays.fill(nodeOf, known, nodeOf.length, NONE);
        }
        nodeOf[series.index()] = place == null ? NONE : node(place).subject;
    }

    private Node node(Place place) {
        Node known = nodes.get(place);
        if (known != null) {
            return known;
        }
        Node node = new Node(place, subjects++);
        nodes.put(place, node);
        if (place.host() != null) {
            node(new Place(place.region(), place.zone(), null)).parts.add(node);
        } else if (place.zone() != null) {
            node(Place.of(place.region())).parts.add(node);
        } else {
            regions.add(node);
        }
        return node;
    }

    void fold(PointBatch batch) {
        long acceptedMs = batch.acceptedAt().toEpochMilli();
        int[] series = batch.series();
        long[] times = batch.timestampsMs();
        for (int i = 0; i < series.length; i++) {
            int subject = series[i] < nodeOf.length ? nodeOf[series[i]] : NONE;
            if (subject != NONE) {
                freshness.seen(subject, times[i], acceptedMs);
            }
        }
    }

    /**
     * Who is silent now, each at the widest place it is true of.
     *
     * @param resumedMs since when batches come in without an unusual pause
     */
    List<Signal> signals(long nowMs, long resumedMs) {
        int heard = 0;
        int silent = 0;
        for (Node region : regions) {
            look(region, nowMs, resumedMs);
            heard += region.voices > 0 && region.speaks() ? 1 : 0;
            silent += region.silent ? 1 : 0;
        }
        if (heard >= FEW_REGIONS && silent >= NEARLY_ALL * heard) {
            everythingFreshSinceMs = Long.MAX_VALUE;
            return List.of(everything(heard, silent));
        }
        if (regions.stream().anyMatch(region -> region.heardMs > resumedMs)) {
            everythingFreshSinceMs = Math.min(everythingFreshSinceMs, nowMs);
        }
        List<Signal> signals = new ArrayList<>();
        regions.forEach(region -> tell(region, nowMs, signals));
        return signals;
    }

    private void look(Node node, long nowMs, long resumedMs) {
        long own = freshness.heardMs(node.subject);
        node.ownVoice = own != 0;
        node.voices = node.ownVoice ? 1 : 0;
        node.heardMs = own;
        node.intervalMs = freshness.intervalMs(node.subject);
        node.dueMs = own == 0 ? 0 : hostDetector.dueMs(Math.max(own, resumedMs), node.intervalMs);
        for (Node part : node.parts) {
            look(part, nowMs, resumedMs);
            node.voices += part.voices;
            node.heardMs = Math.max(node.heardMs, part.heardMs);
            if (part.dueMs > node.dueMs) {
                node.dueMs = part.dueMs;
                node.intervalMs = part.intervalMs;
            }
        }
        node.silent = node.voices > 0 && node.speaks() && detector(node.place).silent(node.dueMs, nowMs);
        if (node.silent || node.voices == 0) {
            node.freshSinceMs = Long.MAX_VALUE;
        } else if (node.freshSinceMs == Long.MAX_VALUE && node.heardMs > resumedMs) {
            // Being given time is not being heard: only that ends a silence.
            node.freshSinceMs = nowMs;
        }
    }

    private SilenceDetector detector(Place place) {
        if (place.host() != null) {
            return hostDetector;
        }
        return place.zone() != null ? zoneDetector : regionDetector;
    }

    private static void tell(Node node, long nowMs, List<Signal> signals) {
        if (node.silent) {
            signals.add(signal(node, nowMs));
        } else {
            node.parts.forEach(part -> tell(part, nowMs, signals));
        }
    }

    private static Signal signal(Node node, long nowMs) {
        Place place = node.place;
        Severity severity =
                place.host() != null ? Severity.WARNING : place.zone() != null ? Severity.HIGH : Severity.CRITICAL;
        String kind = place.host() != null ? "host" : place.zone() != null ? "zone" : "region";
        double usualS = node.intervalMs / 1_000;
        double silentS = (nowMs - node.heardMs) / 1_000.0;
        String parts = node.voices > 1 ? " (%d sources in it)".formatted(node.voices) : "";
        return new Signal(
                new FindingKey(SilenceDetector.NAME, place, INDICATOR),
                Cause.SILENCE,
                null,
                silentS,
                usualS,
                "s",
                severity,
                Instant.ofEpochMilli(node.heardMs),
                String.format(
                        Locale.ROOT,
                        "%s %s%s has been silent since %s; it is usually heard every %.3g s",
                        kind,
                        place,
                        parts,
                        Watch.clock(node.heardMs),
                        usualS));
    }

    private Signal everything(int heard, int silent) {
        long newest = regions.stream().mapToLong(region -> region.heardMs).max().orElse(0);
        return new Signal(
                everythingKey(),
                Cause.SILENCE,
                null,
                silent,
                0,
                "regions",
                Severity.CRITICAL,
                Instant.ofEpochMilli(newest),
                "%d of %d regions have been silent since %s; look at the sources and at the way in first"
                        .formatted(silent, heard, Watch.clock(newest)));
    }

    private static FindingKey everythingKey() {
        return new FindingKey(SilenceDetector.NAME, Place.of(RegionId.UNASSIGNED), "telemetry of all regions");
    }

    /** How long what the key names has been heard without a break; 0 when it is not heard. */
    long freshForMs(FindingKey key, long nowMs) {
        long since = Long.MAX_VALUE;
        if (key.equals(everythingKey())) {
            since = everythingFreshSinceMs;
        } else {
            @Nullable Node node = nodes.get(key.place());
            if (node != null) {
                since = node.freshSinceMs;
            }
        }
        return since == Long.MAX_VALUE ? 0 : nowMs - since;
    }
}
