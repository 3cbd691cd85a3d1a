package io.novacron.goc.availability;

import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the board remembers of the places it watches; touched under the board's lock only. */
final class Watched {

    private Watched() {}

    /** One service-level series of a place. */
    static final class Indicator {

        final Gauge gauge;
        final int subject;
        final Station station;
        HealthRule.Standing standing = HealthRule.Standing.UNHEARD;
        double value = Double.NaN;
        long atMs;

        Indicator(Gauge gauge, int subject, Station station) {
            this.gauge = gauge;
            this.subject = subject;
            this.station = station;
        }
    }

    /** A zone or a region. */
    static final class Station {

        final Place place;
        final List<Indicator> indicators = new ArrayList<>();
        /** Freshness subjects of the hosts right in it (zones only). */
        final List<Integer> hosts = new ArrayList<>();
        /** The zones in it (regions only). */
        final List<Station> zones = new ArrayList<>();

        final Ledger ledger = new Ledger();
        /** How its parts stand: hosts of a zone, zones of a region. */
        HealthRule.Standing parts = HealthRule.Standing.UNHEARD;

        /** Since when it is heard again while parts of it are still missing; 0 while that is not so. */
        long gatheringSinceMs;

        int hostsUp;
        long heardMs;
        HealthReading reading;

        Station(Place place, Instant now) {
            this.place = place;
            this.reading = new HealthReading(Health.UNKNOWN, now, "nothing was heard yet");
        }

        boolean isZone() {
            return place.zone() != null;
        }

        double value(Gauge gauge) {
            for (Indicator indicator : indicators) {
                if (indicator.gauge == gauge && indicator.standing.state() != Health.UNKNOWN) {
                    return indicator.value;
                }
            }
            return Double.NaN;
        }
    }

    /** What a region went through since the minute began. */
    static final class Ledger {

        private double requests;
        private double failed;
        private double[] seconds = new double[Health.values().length];

        void serve(double count) {
            requests += count;
        }

        void fail(double count) {
            failed += count;
        }

        void spend(Health state, double span) {
            seconds[state.ordinal()] += span;
        }

        LedgerMinute close(RegionId region, Instant minute) {
            LedgerMinute closed = new LedgerMinute(region, minute, requests, Math.min(failed, requests), seconds);
            requests = 0;
            failed = 0;
            seconds = new double[Health.values().length];
            return closed;
        }
    }
}
