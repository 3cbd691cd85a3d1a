package io.novacron.goc.ui.fleet;

import io.novacron.goc.availability.Link;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * How the links between the regions are: read once for all who look. A link is what a region tells of another in the
 * series {@link Link#RTT} and {@link Link#LOSS}, whose label {@link Link#PEER} names the other.
 */
@Service
final class BoardLinks {

    private static final Logger LOG = LoggerFactory.getLogger(BoardLinks.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int FIGURES = 3;
    private static final double PER_MILLE = 1_000;
    private static final double TENTHS = 10;

    private final Queries queries;
    private final Fleet fleet;
    private final Clock clock;
    private volatile Told newest = new Told(0, List.of());

    /** @param number one more whenever they were read */
    record Told(long number, List<Link> links) {

        /** Between which regions, as the map takes it. */
        String ends() {
            return ClientElement.json(links.stream()
                    .map(link ->
                            List.of(link.from().id().value(), link.to().id().value()))
                    .toList());
        }

        /** For each link its state, its round trip in tenths of a millisecond and its loss per mille; -1 unknown. */
        int[] figures() {
            int[] figures = new int[links.size() * FIGURES];
            Arrays.setAll(figures, at -> {
                Link link = links.get(at / FIGURES);
                return switch (at % FIGURES) {
                    case 0 -> link.state().ordinal();
                    case 1 -> whole(link.rttMs(), TENTHS);
                    default -> whole(link.loss(), PER_MILLE);
                };
            });
            return figures;
        }

        /** The links of one region, seen from it. */
        List<Link> of(RegionId region) {
            return links.stream()
                    .filter(link ->
                            link.from().id().equals(region) || link.to().id().equals(region))
                    .map(link -> link.from().id().equals(region)
                            ? link
                            : new Link(link.to(), link.from(), link.rttMs(), link.loss()))
                    .toList();
        }

        private static int whole(double value, double unit) {
            return Double.isNaN(value) ? -1 : (int) Math.round(value * unit);
        }
    }

    /** Two regions. */
    private record Ends(RegionId from, RegionId to) implements Comparable<Ends> {

        @Override
        public int compareTo(Ends other) {
            int first = from.value().compareTo(other.from.value());
            return first != 0 ? first : to.value().compareTo(other.to.value());
        }
    }

    BoardLinks(Queries queries, Fleet fleet, Clock clock) {
        this.queries = queries;
        this.fleet = fleet;
        this.clock = clock;
    }

    Told newest() {
        return newest;
    }

    /** Reads what is known; a link that was known once and is silent stays, with nothing known of it. */
    @Scheduled(fixedRateString = "PT5S")
    void read() {
        try {
            Map<Ends, Link> known = new TreeMap<>();
            newest.links()
                    .forEach(link -> put(known, link.from().id(), link.to().id(), Double.NaN, Double.NaN));
            Instant now = clock.instant();
            for (AnsweredSeries rtt : ask(Link.RTT, now)) {
                ends(rtt).ifPresent(ends -> put(known, ends.from(), ends.to(), newest(rtt), Double.NaN));
            }
            for (AnsweredSeries loss : ask(Link.LOSS, now)) {
                ends(loss).ifPresent(ends -> {
                    Link link = known.get(ends);
                    put(known, ends.from(), ends.to(), link == null ? Double.NaN : link.rttMs(), newest(loss));
                });
            }
            newest = new Told(newest.number() + 1, List.copyOf(known.values()));
        } catch (OperationsException | DataAccessException e) {
            LOG.atDebug().setCause(e).log("the links stay as they were");
        }
    }

    private List<AnsweredSeries> ask(String metric, Instant now) {
        return queries.ask("%s{%s!=\"\"}".formatted(metric, Link.PEER), now, EVERY)
                .series();
    }

    private static double newest(AnsweredSeries series) {
        return series.values()[series.values().length - 1];
    }

    private static Optional<Ends> ends(AnsweredSeries series) {
        String from = series.labels().get("region");
        String to = series.labels().get(Link.PEER);
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(new Ends(new RegionId(from), new RegionId(to)));
    }

    /** A link to a region that nobody knows is none. */
    private void put(Map<Ends, Link> known, RegionId from, RegionId to, double rttMs, double loss) {
        Optional<Region> one = fleet.region(from);
        Optional<Region> other = fleet.region(to);
        if (one.isPresent() && other.isPresent()) {
            known.put(new Ends(from, to), new Link(one.get(), other.get(), rttMs, loss));
        }
    }
}
