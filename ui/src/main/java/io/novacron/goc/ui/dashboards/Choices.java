package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.router.QueryParameters;
import io.novacron.goc.dashboards.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was chosen for the variables of a dashboard, and the expressions with it. An address holds it as Grafana's do:
 * {@code var-region=eu-oslo}.
 */
final class Choices {

    /** Every value: nothing was chosen. */
    static final String ALL = "";

    private static final String PREFIX = "var-";
    private static final int LONGEST = 1_024;

    private final Map<String, String> values = new LinkedHashMap<>();

    Choices(List<Variable> variables, QueryParameters address) {
        variables.forEach(variable -> {
            String asked = address.getSingleParameter(PREFIX + variable.name()).orElse(variable.usual());
            values.put(variable.name(), asked.length() > LONGEST ? ALL : asked);
        });
    }

    String of(Variable variable) {
        return values.getOrDefault(variable.name(), ALL);
    }

    /** The parameters of an address with another choice. */
    static QueryParameters in(QueryParameters others, Variable variable, String value) {
        Map<String, List<String>> all = new HashMap<>(others.getParameters());
        all.put(PREFIX + variable.name(), List.of(value));
        return new QueryParameters(all);
    }

    /**
     * The expression with what was chosen in the place of {@code $name}, {@code ${name}} and {@code [[name]]}. A label
     * that must equal a variable of which all is chosen may be anything.
     */
    String in(String expression) {
        String chosen = expression;
        for (Map.Entry<String, String> choice : values.entrySet()) {
            String name = Pattern.quote(choice.getKey());
            String word = "(?:\\$" + name + "\\b|\\$\\{" + name + "(?::\\w+)?\\}|\\[\\[" + name + "\\]\\])";
            String value = choice.getValue();
            if (value.equals(ALL)) {
                chosen =
                        chosen.replaceAll("(?<![=!])=\\s*([\"'])" + word + "\\1", Matcher.quoteReplacement("=~\".*\""));
                chosen = chosen.replaceAll("!=\\s*([\"'])" + word + "\\1", Matcher.quoteReplacement("!~\"\""));
                value = ".*";
            }
            chosen = chosen.replaceAll(word, Matcher.quoteReplacement(escaped(value)));
        }
        return chosen;
    }

    /** So that a value cannot end the text that it stands in. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("'", "\\'")
                .replace("\n", "\\n");
    }
}
