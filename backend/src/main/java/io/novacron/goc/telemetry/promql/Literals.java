package io.novacron.goc.telemetry.promql;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.promql.Lexer.Kind;
import io.novacron.goc.telemetry.promql.Lexer.Token;
import java.util.List;
import java.util.Map;

/** Numbers and durations as people write them. */
public final class Literals {

    private static final Map<Character, Long> UNIT_MS = Map.of(
            's', 1_000L, 'm', 60_000L, 'h', 3_600_000L, 'd', 86_400_000L, 'w', 604_800_000L, 'y', 31_536_000_000L);

    private Literals() {}

    /**
     * Reads a duration such as {@code 1h30m}, or seconds such as {@code 15} or {@code 0.5}.
     *
     * @return milliseconds
     */
    public static long durationMs(String text) {
        List<Token> tokens = Lexer.read(text);
        Token first = tokens.getFirst();
        if (tokens.size() == 2 && first.kind() == Kind.DURATION) {
            return milliseconds(first);
        }
        if (tokens.size() == 2 && first.kind() == Kind.NUMBER) {
            return Math.round(number(first) * 1_000);
        }
        throw Parser.refusal("\"%s\" is no duration; write for example 15s, 5m or 1h30m".formatted(text));
    }

    static long milliseconds(Token duration) {
        if (duration.kind() != Kind.DURATION) {
            throw Parser.refusal("%s is no duration; write for example 5m or 1h30m".formatted(duration));
        }
        String text = duration.text();
        long total = 0;
        for (int at = 0; at < text.length(); ) {
            int unit = at;
            while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
                unit++;
            }
            if (unit == at || unit == text.length() || unit - at > 10) {
                throw Parser.refusal("%s is no duration; write for example 5m or 1h30m".formatted(duration));
            }
            long many = Long.parseLong(text.substring(at, unit));
            boolean milli = text.startsWith("ms", unit);
            total += many * (milli ? 1 : UNIT_MS.getOrDefault(text.charAt(unit), 0L));
            at = unit + (milli ? 2 : 1);
        }
        return total;
    }

    static double number(Token token) {
        String text = token.text();
        if (text.equalsIgnoreCase("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            return text.startsWith("0x") || text.startsWith("0X")
                    ? Long.parseLong(text.substring(2), 16)
                    : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "%s is no number".formatted(token), e);
        }
    }
}
