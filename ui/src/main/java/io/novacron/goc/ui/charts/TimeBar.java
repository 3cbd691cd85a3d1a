package io.novacron.goc.ui.charts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** Shows and changes the range of time of the whole screen, which is kept in its address. */
public final class TimeBar extends ClientElement {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the browser says was chosen. */
    private record Chosen(String from, String to) {}

    private transient Location here;

    /** @param here the address of the screen; the rest of it stays when another range is chosen */
    public TimeBar(TimeWindow window, Location here, Clock clock) {
        super("goc-time-bar");
        this.here = here;
        addAttachListener(attached -> call("setRange", window.from(), window.to()));
        on("time-chosen", "range", text -> {
            Chosen chosen = JSON.readValue(text, Chosen.class);
            TimeWindow.of(chosen.from(), chosen.to(), clock.instant())
                    .ifPresent(wanted ->
                            UI.getCurrent().navigate(this.here.getPath(), wanted.in(this.here.getQueryParameters())));
        });
    }

    /** The address has changed otherwise meanwhile. */
    public void at(Location now) {
        here = now;
    }
}
