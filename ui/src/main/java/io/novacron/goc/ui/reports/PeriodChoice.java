package io.novacron.goc.ui.reports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.ui.shell.UtcPicker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Over which time a report is made: one of those that are usual, or any. */
final class PeriodChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Clock clock;
    private final Select<Period> period = new Select<>();
    private final UtcPicker from = new UtcPicker("From");
    private final UtcPicker until = new UtcPicker("Until");

    /** What people usually ask for. */
    private enum Period {
        HOUR("Last hour", Duration.ofHours(1)),
        DAY("Last 24 hours", Duration.ofDays(1)),
        WEEK("Last 7 days", Duration.ofDays(7)),
        MONTH("Last 30 days", Duration.ofDays(30)),
        CUSTOM("From … until …", Duration.ZERO);

        private final String title;
        private final Duration length;

        Period(String title, Duration length) {
            this.title = title;
            this.length = length;
        }
    }

    PeriodChoice(Clock clock) {
        this.clock = clock;
        addClassName("goc-fields");
        period.setAriaLabel("Period");
        period.setItems(Period.values());
        period.setItemLabelGenerator(each -> each.title);
        period.addValueChangeListener(change -> {
            from.setVisible(change.getValue() == Period.CUSTOM);
            until.setVisible(change.getValue() == Period.CUSTOM);
        });
        from.setVisible(false);
        until.setVisible(false);
        period.setValue(Period.DAY);
        add(period, from, until);
    }

    /** What is chosen; a time that was not filled in is now. */
    TimeRange range() {
        Instant now = clock.instant();
        return period.getValue() == Period.CUSTOM
                ? new TimeRange(from.instant().orElse(now), until.instant().orElse(now))
                : new TimeRange(now.minus(period.getValue().length), now);
    }
}
