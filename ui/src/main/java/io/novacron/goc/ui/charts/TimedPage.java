package io.novacron.goc.ui.charts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Clock;
import java.util.Optional;

/** A screen over a span of time that its address names; says so when the span can be none. */
public abstract class TimedPage extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Clock clock;

    protected TimedPage(Clock clock) {
        this.clock = clock;
        addClassName("goc-page");
    }

    /**
     * Fills the empty screen.
     *
     * @param time chooses another span
     */
    protected abstract void show(BeforeEnterEvent event, TimeWindow window, TimeBar time);

    /** What is shown when the address names no span. */
    protected TimeWindow usual(BeforeEnterEvent event) {
        return TimeWindow.usual();
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        TimeWindow usual = usual(event);
        Optional<TimeWindow> asked = TimeWindow.of(event.getLocation().getQueryParameters(), usual, clock.instant());
        if (asked.isEmpty()) {
            Paragraph notice = new Paragraph(
                    "The address asks for a range of time that cannot be shown: it ends before it begins, "
                            + "is longer than two years, or is none. Shown is what is usual.");
            notice.addClassName("goc-notice");
            add(notice);
        }
        TimeWindow window = asked.orElse(usual);
        show(event, window, new TimeBar(window, event.getLocation(), clock));
    }
}
