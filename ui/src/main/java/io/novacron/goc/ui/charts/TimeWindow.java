package io.novacron.goc.ui.charts;

import com.vaadin.flow.router.QueryParameters;
import io.novacron.goc.kernel.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What span of time a screen shows, as its address says: {@code from=now-1h&to=now} goes on, {@code from} and
 * {@code to} as instants stand still. The words are Grafana's.
 */
public sealed interface TimeWindow {

    Duration SHORTEST = Duration.ofSeconds(10);
    Duration LONGEST = Duration.ofDays(2L * 366);

    /** How many points a line has at most. */
    int POINTS = 900;

    /** The last so-and-so long, up to now. */
    record Recent(Duration length) implements TimeWindow {
        @Override
        public TimeRange range(Instant now) {
            return new TimeRange(now.minus(length), now);
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public String from() {
            return "now-" + inWords(length.toSeconds());
        }

        /** In the longest unit of which it is a whole number. */
        private static String inWords(long seconds) {
            if (seconds % 86_400 == 0) {
                return "%dd".formatted(seconds / 86_400);
            }
            if (seconds % 3_600 == 0) {
                return "%dh".formatted(seconds / 3_600);
            }
            return seconds % 60 == 0 ? "%dm".formatted(seconds / 60) : "%ds".formatted(seconds);
        }

        @Override
        public String to() {
            return "now";
        }
    }

    /** From one time until another. */
    record Between(TimeRange span) implements TimeWindow {
        @Override
        public TimeRange range(Instant now) {
            return span;
        }

        @Override
        public Duration length() {
            return span.length();
        }

        @Override
        public boolean isLive() {
            return false;
        }

        @Override
        public String from() {
            return span.from().toString();
        }

        @Override
        public String to() {
            return span.until().toString();
        }
    }

    /** What is shown when nothing is asked for: the last quarter of an hour. */
    static TimeWindow usual() {
        return new Recent(Duration.ofMinutes(15));
    }

    /** The span at this moment. */
    TimeRange range(Instant now);

    Duration length();

    /** Whether it goes on. */
    boolean isLive();

    /** As the address has it. */
    String from();

    /** As the address has it. */
    String to();

    /** From one point to the next: as fine as {@value #POINTS} points allow, in a width that people know. */
    default Duration step() {
        long least = Math.ceilDiv(length().toSeconds(), POINTS);
        return Steps.WIDTHS.stream()
                .filter(width -> width.toSeconds() >= least)
                .findFirst()
                .orElse(Duration.ofDays(1));
    }

    /** The parameters of an address, with this span in them. */
    default QueryParameters in(QueryParameters others) {
        Map<String, List<String>> all = new HashMap<>(others.getParameters());
        all.put("from", List.of(from()));
        all.put("to", List.of(to()));
        return new QueryParameters(all);
    }

    /**
     * What an address asks for.
     *
     * @param usual when it asks for none
     * @return empty when it asks for what cannot be: no time, an end before the beginning, or longer than
     *     {@link #LONGEST}
     */
    static Optional<TimeWindow> of(QueryParameters address, TimeWindow usual, Instant now) {
        String from = address.getSingleParameter("from").orElse("");
        String to = address.getSingleParameter("to").orElse("now");
        return from.isEmpty() ? Optional.of(usual) : of(from, to, now);
    }

    /** The same of the two words themselves. */
    static Optional<TimeWindow> of(String from, String to, Instant now) {
        Optional<Duration> back = Steps.back(from);
        if (back.isPresent() && to.equals("now")) {
            return back.filter(TimeWindow::isPossible).map(Recent::new);
        }
        Optional<Instant> begins = Steps.at(from, now);
        Optional<Instant> ends = Steps.at(to, now);
        if (begins.isEmpty() || ends.isEmpty() || !begins.get().isBefore(ends.get())) {
            return Optional.empty();
        }
        TimeRange span = new TimeRange(begins.get(), ends.get());
        return Optional.of(new Between(span))
                .filter(window -> isPossible(window.length()))
                .map(TimeWindow.class::cast);
    }

    private static boolean isPossible(Duration length) {
        return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
    }

    /** Widths of steps, and how the words of an address are read. */
    final class Steps {
        private static final List<Duration> WIDTHS = java.util.stream.LongStream.of(
                        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200)
                .mapToObj(Duration::ofSeconds)
                .toList();
        private static final Pattern BACK = Pattern.compile("now-(\\d{1,9})([smhdwy])");
        private static final Map<String, Duration> UNITS = Map.of(
                "s", Duration.ofSeconds(1),
                "m", Duration.ofMinutes(1),
                "h", Duration.ofHours(1),
                "d", Duration.ofDays(1),
                "w", Duration.ofDays(7),
                "y", Duration.ofDays(365));
        private static final Pattern EPOCH_MS = Pattern.compile("\\d{10,13}");

        private Steps() {}

        private static Optional<Duration> back(String text) {
            Matcher back = BACK.matcher(text);
            return back.matches()
                    ? Optional.ofNullable(UNITS.get(back.group(2)))
                            .map(unit -> unit.multipliedBy(Long.parseLong(back.group(1))))
                    : Optional.empty();
        }

        private static Optional<Instant> at(String text, Instant now) {
            if (text.equals("now")) {
                return Optional.of(now);
            }
            try {
                return back(text)
                        .map(now::minus)
                        .or(() -> Optional.of(
                                EPOCH_MS.matcher(text).matches()
                                        ? Instant.ofEpochMilli(Long.parseLong(text))
                                        : Instant.parse(text)));
            } catch (DateTimeException | ArithmeticException e) {
                return Optional.empty();
            }
        }
    }
}
