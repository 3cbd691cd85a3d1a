package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is on a dashboard.
 *
 * @param from where its span begins when the address names none, as addresses have it: {@code now-1h}
 */
public record Content(List<Panel> panels, List<Variable> variables, String from) {

    public static final int PANELS_MOST = 100;
    public static final Content EMPTY = new Content(List.of(), List.of(), "now-1h");

    private static final int VARIABLES_MOST = 20;
    private static final int FROM_LONGEST = 40;

    public Content {
        panels = List.copyOf(panels);
        variables = List.copyOf(variables);
        from = Text.cleaned("span", from, FROM_LONGEST);
        if (panels.size() > PANELS_MOST || variables.size() > VARIABLES_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a dashboard has %,d panels and %,d variables; at most %d and %d are kept: make two of it"
                            .formatted(panels.size(), variables.size(), PANELS_MOST, VARIABLES_MOST));
        }
        Set<Integer> numbers = new HashSet<>();
        panels.forEach(panel -> {
            if (!numbers.add(panel.number())) {
                throw new IllegalStateException("two panels have the number " + panel.number());
            }
        });
    }

    /** The same with one more panel, below all others. */
    public Content with(Panel panel) {
        int number = panels.stream().mapToInt(Panel::number).max().orElse(0) + 1;
        int below = panels.stream().mapToInt(each -> each.box().below()).max().orElse(0);
        List<Panel> more = new ArrayList<>(panels);
        Box box = panel.box();
        more.add(panel.numbered(number).at(new Box(0, below, box.width(), box.height())));
        return new Content(more, variables, from);
    }

    /** The same with this panel in the place of the one of its number. */
    public Content replacing(Panel panel) {
        return new Content(
                panels.stream()
                        .map(each -> each.number() == panel.number() ? panel : each)
                        .toList(),
                variables,
                from);
    }

    public Content without(int number) {
        return new Content(
                panels.stream().filter(panel -> panel.number() != number).toList(), variables, from);
    }

    public Content with(List<Variable> others) {
        return new Content(panels, others, from);
    }
}
