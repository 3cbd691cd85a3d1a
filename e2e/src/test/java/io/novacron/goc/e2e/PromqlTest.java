package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.HistoryBody;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.Sender;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same data and the same questions, here and in a real Prometheus: the answers must be the same. */
@ExtendWith(Street.Shared.class)
class PromqlTest {

    private static final long STEP_MS = 5_000;
    private static final int STEPS = 120;
    private static final double TOLERANCE = 1e-9;
    private static final int PATIENCE_S = 60;

    private final SplittableRandom random = new SplittableRandom(42);

    @Test
    void hundredsOfExpressionsGiveWhatPrometheusGives(Street street, @TempDir Path folder) throws IOException {
        Optional<Peer> peer = Peer.prometheus(folder);
        assumeTrue(peer.isPresent(), "SKIPPED BECAUSE prometheus is not installed");
        String secret;
        try (Person admin = street.person()) {
            admin.signIn("admin");
            secret = new AdminScreen(admin).issueToken("promql", "TELEMETRY_WRITE", "READ");
        }
        URI address = URI.create(street.server().address());
        Receiver ours = new Receiver("ours", address.resolve("/api/v1/write"), secret, ProcessHandle.current());
        long end = Clock.systemUTC().millis() / 1_000 * 1_000 - 3_000;
        HistoryBody data = data(end);
        try (Peer prometheus = peer.orElseThrow();
                Sender toOurs = new Sender(ours);
                Sender toPrometheus = new Sender(prometheus.receiver());
                Asker here = new Asker(address, secret);
                Asker there = new Asker(prometheus.address(), null)) {
            toOurs.deliver(data.encode(), data.points());
            toPrometheus.deliver(data.encode(), data.points());
            String all = "sum(count_over_time({__name__=~'cmp_.+'}[20m]))";
            assertThat(Patience.until(PATIENCE_S, () -> equal(here.instant(all, end), there.instant(all, end))))
                    .as("all points are seen: %s of %s", here.instant(all, end), there.instant(all, end))
                    .isTrue();

            List<String> expressions = Expressions.all();
            List<String> different = new ArrayList<>();
            int values = 0;
            for (String promql : expressions) {
                Asker.Answer moment = there.instant(promql, end - 61_000);
                Asker.Answer range = there.range(promql, end - 540_000, end, 30_000);
                compare(promql, here.instant(promql, end - 61_000), moment, different);
                compare(promql, here.range(promql, end - 540_000, end, 30_000), range, different);
                values += moment.series().size();
                values += range.series().values().stream().mapToInt(Map::size).sum();
            }

            assertThat(expressions).hasSizeGreaterThan(300).doesNotHaveDuplicates();
            assertThat(values).as("values compared").isGreaterThan(20_000);
            assertThat(different).as("of %d expressions", expressions.size()).isEmpty();
        }
    }

    /** Gauges, counters that start anew, a histogram and a series with a silence, none of them on a whole second. */
    private HistoryBody data(long endMs) {
        HistoryBody body = new HistoryBody();
        long[] times = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            times[i] = endMs - (STEPS - 1 - i) * STEP_MS - 1_000 + random.nextInt(900) + 37;
        }
        for (int host = 1; host <= 6; host++) {
            String name = "h" + host;
            String zone = "z" + host % 3;
            body.add(List.of("__name__", "cmp_gauge", "host", name, "zone", zone), times, walk(50, false));
            for (String code : List.of("200", "500")) {
                body.add(
                        List.of("__name__", "cmp_total", "code", code, "host", name, "zone", zone),
                        times,
                        walk(0, true));
            }
            body.add(
                    List.of("__name__", "cmp_owner", "host", name, "team", host < 4 ? "red" : "blue"),
                    times,
                    steady(host));
        }
        for (int host = 1; host <= 2; host++) {
            double[] below = new double[STEPS];
            for (String bound : List.of("0.05", "0.1", "0.5", "1", "+Inf")) {
                double[] more = walk(0, false);
                for (int i = 0; i < STEPS; i++) {
                    below[i] = Math.max(below[i] + Math.abs(more[i]), i == 0 ? 0 : below[i - 1]);
                }
                body.add(
                        List.of("__name__", "cmp_seconds_bucket", "host", "h" + host, "le", bound),
                        times,
                        cumulative(below));
            }
        }
        double[] silent = walk(10, false);
        for (int i = 20; i < 90; i++) {
            silent[i] = Double.NaN;
        }
        return body.add(List.of("__name__", "cmp_sparse", "host", "h1"), times, silent);
    }

    private double[] walk(double start, boolean counts) {
        double[] values = new double[STEPS];
        double at = start;
        for (int i = 0; i < STEPS; i++) {
            if (counts) {
                at = random.nextInt(45) == 0 ? random.nextInt(5) : at + random.nextInt(100);
            } else {
                at += random.nextInt(-400, 401) / 100.0;
            }
            values[i] = at;
        }
        return values;
    }

    private static double[] steady(double value) {
        double[] values = new double[STEPS];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] cumulative(double[] values) {
        double[] sums = new double[values.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.round(values[i]);
            sums[i] = sum;
        }
        return sums;
    }

    private static void compare(String promql, Asker.Answer ours, Asker.Answer theirs, List<String> different) {
        if (!theirs.refusal().isEmpty() || !equal(ours, theirs)) {
            different.add("%n%s%n  ours   %s %s%n  theirs %s %s"
                    .formatted(promql, ours.series(), ours.refusal(), theirs.series(), theirs.refusal()));
        }
    }

    private static boolean equal(Asker.Answer ours, Asker.Answer theirs) {
        return ours.refusal().equals(theirs.refusal())
                && ours.series().keySet().equals(theirs.series().keySet())
                && ours.series().entrySet().stream()
                        .allMatch(
                                each -> equal(each.getValue(), theirs.series().getOrDefault(each.getKey(), Map.of())));
    }

    private static boolean equal(Map<Long, Double> ours, Map<Long, Double> theirs) {
        return ours.keySet().equals(theirs.keySet())
                && ours.entrySet().stream()
                        .allMatch(each -> close(each.getValue(), theirs.getOrDefault(each.getKey(), Double.NaN)));
    }

    private static boolean close(double ours, double theirs) {
        return Double.compare(ours, theirs) == 0
                || Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.max(Math.abs(ours), Math.abs(theirs)));
    }
}
