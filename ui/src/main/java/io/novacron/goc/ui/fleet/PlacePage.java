package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.charts.TimeBar;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.charts.TimedPage;
import io.novacron.goc.ui.shell.Unknown;
import java.util.Optional;

/**
 * A screen of one place that its address names; says so when there is no such place, or the name can be none.
 *
 * @param <T> the place
 */
abstract class PlacePage<T> extends TimedPage {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final transient PlaceParts parts;

    /** @param kind what the place is, in one word: {@code region} */
    PlacePage(String kind, PlaceParts parts) {
        super(parts.clock());
        this.kind = kind;
        this.parts = parts;
    }

    /** The name of the place as the address gives it. */
    abstract String named(RouteParameters address);

    /**
     * The place of that name.
     *
     * @throws OperationsException when nothing can have that name
     */
    abstract Optional<T> find(String name);

    /**
     * Fills the empty screen.
     *
     * @param time chooses another span
     */
    abstract void show(T place, TimeWindow window, Component time);

    final PlaceParts parts() {
        return parts;
    }

    @Override
    protected final void show(BeforeEnterEvent event, TimeWindow window, TimeBar time) {
        String name = named(event.getRouteParameters());
        known(name).ifPresentOrElse(place -> show(place, window, time), () -> add(new Unknown(kind, name)));
    }

    private Optional<T> known(String name) {
        try {
            return find(name);
        } catch (OperationsException e) {
            return Optional.empty();
        }
    }
}
