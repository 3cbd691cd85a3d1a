package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.regex.Pattern;

/** Texts of people, which end up on screens of others: plain, without control characters, and bounded. */
final class Text {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Text() {}

    /**
     * @throws OperationsException INVALID_INPUT when it is too long
     */
    static String cleaned(String what, String text, int longest) {
        String clean = CONTROL.matcher(text).replaceAll("").strip();
        if (clean.length() > longest) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the %s has %,d characters; at most %,d are kept".formatted(what, clean.length(), longest));
        }
        return clean;
    }

    /**
     * The same of a text that must say something.
     *
     * @throws OperationsException INVALID_INPUT when it is empty or too long
     */
    static String checked(String what, String text, int longest) {
        String clean = cleaned(what, text, longest);
        if (clean.isEmpty()) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "the %s is empty".formatted(what));
        }
        return clean;
    }
}
