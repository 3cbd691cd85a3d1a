package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word in the queries of a dashboard, {@code $region}, for which whoever looks chooses a value.
 *
 * @param label the label whose values there are to choose from
 * @param metric the metric whose series have the label; empty for any
 * @param usual what is chosen first; empty for all
 */
public record Variable(String name, String label, String metric, String usual) {

    private static final Pattern WORD = Pattern.compile("[a-zA-Z_]\\w{0,49}");
    private static final int VALUE_LONGEST = 1_024;
    private static final int NAME_LONGEST = 128;

    public Variable {
        for (String word : List.of(name, label)) {
            if (!WORD.matcher(word).matches()) {
                throw new OperationsException(
                        ErrorCode.INVALID_INPUT,
                        "a variable of a dashboard is named \"%s\"; give letters, digits and underscores, 1 to 50"
                                .formatted(word.length() > 60 ? word.substring(0, 60) + "…" : word));
            }
        }
        metric = Text.cleaned("metric of a variable", metric, NAME_LONGEST);
        usual = Text.cleaned("value of a variable", usual, VALUE_LONGEST);
    }

    /** Any value of a label, by the label's own name: {@code $region}. */
    public static Variable of(String label) {
        return new Variable(label, label, "", "");
    }
}
