package io.novacron.goc.streaming.scrape;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a target offers: Prometheus' text format 0.0.4, or OpenMetrics 1.0, whose times are seconds, whose samples
 * may carry exemplars, and which says where it ends.
 */
final class Exposition {

    private static final long NO_TIME = Long.MIN_VALUE;

    private final String text;
    private final boolean openMetrics;
    private final int samplesMost;
    private final List<Sample> samples = new ArrayList<>();
    private boolean ended;
    private int line;

    /**
     * A sample.
     *
     * @param labels names and values by turns, the metric not among them
     * @param timeMs when it was measured; {@link Long#MIN_VALUE} means when it is fetched
     */
    record Sample(String metric, List<String> labels, double value, long timeMs) {

        boolean hasTime() {
            return timeMs != NO_TIME;
        }
    }

    private Exposition(String text, boolean openMetrics, int samplesMost) {
        this.text = text;
        this.openMetrics = openMetrics;
        this.samplesMost = samplesMost;
    }

    /**
     * Reads all samples.
     *
     * @throws OperationsException INVALID_INPUT with the line that cannot be read, TOO_LARGE beyond the limit
     */
    static List<Sample> read(String text, boolean openMetrics, int samplesMost) {
        Exposition exposition = new Exposition(text, openMetrics, samplesMost);
        exposition.readLines();
        return exposition.samples;
    }

    private void readLines() {
        int from = 0;
        while (from < text.length() && !ended) {
            int end = text.indexOf('\n', from);
            int until = end < 0 ? text.length() : end;
            line++;
            readLine(text.substring(from, until).strip());
            from = until + 1;
        }
        if (openMetrics && !ended) {
            throw refused("the text ends without # EOF: it was cut short");
        }
    }

    private OperationsException refused(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, "line %d: %s".formatted(line, why));
    }

    private void readLine(String content) {
        if (content.isEmpty()) {
            return;
        }
        if (content.charAt(0) == '#') {
            ended = openMetrics && content.equals("# EOF");
            return;
        }
        if (samples.size() == samplesMost) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the target offers more than %d samples; raise goc.scrape.samples-most".formatted(samplesMost));
        }
        int brace = content.indexOf('{');
        int space = firstSpace(content, 0);
        boolean labelled = brace >= 0 && (space < 0 || brace < space);
        int nameEnds = labelled ? brace : space;
        if (nameEnds <= 0) {
            throw refused("a sample has a name and a value");
        }
        List<String> labels = new ArrayList<>();
        int rest = labelled ? labels(content, brace + 1, labels) : nameEnds;
        samples.add(sample(
                content.substring(0, nameEnds), labels, content.substring(rest).strip()));
    }

    private Sample sample(String metric, List<String> labels, String rest) {
        String plain = openMetrics && rest.indexOf(" # ") >= 0
                ? rest.substring(0, rest.indexOf(" # ")).strip()
                : rest;
        int space = firstSpace(plain, 0);
        String value = space < 0 ? plain : plain.substring(0, space);
        String time = space < 0 ? "" : plain.substring(space).strip();
        try {
            return new Sample(metric, labels, number(value), time.isEmpty() ? NO_TIME : time(time));
        } catch (NumberFormatException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "line %d: \"%s\" is no value and time".formatted(line, plain), e);
        }
    }

    private long time(String text) {
        return openMetrics ? Math.round(Double.parseDouble(text) * 1e3) : Long.parseLong(text);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static int firstSpace(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
                return at;
            }
        }
        return -1;
    }

    /** Reads labels up to the closing brace; returns where it goes on. */
    private int labels(String content, int from, List<String> labels) {
        int at = from;
        while (true) {
            at = skip(content, at, " \t,");
            if (at < content.length() && content.charAt(at) == '}') {
                return at + 1;
            }
            int equals = content.indexOf('=', at);
            int quote = equals < 0 ? -1 : skip(content, equals + 1, " \t");
            if (quote < 0 || quote >= content.length() || content.charAt(quote) != '"') {
                throw refused("a label is a name, an equals sign and a value in quotes");
            }
            labels.add(content.substring(at, equals).strip());
            at = value(content, quote + 1, labels);
        }
    }

    private static int skip(String content, int from, String characters) {
        int at = from;
        while (at < content.length() && characters.indexOf(content.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int value(String content, int from, List<String> labels) {
        StringBuilder value = new StringBuilder();
        for (int at = from; at < content.length(); at++) {
            char here = content.charAt(at);
            if (here == '"') {
                labels.add(value.toString());
                return at + 1;
            }
            if (here == '\\' && at + 1 < content.length()) {
                at++;
                here = content.charAt(at) == 'n' ? '\n' : content.charAt(at);
            }
            value.append(here);
        }
        throw refused("the value of a label does not end");
    }
}
