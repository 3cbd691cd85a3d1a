package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.shell.Unknown;
import java.util.Optional;

/**
 * A screen of one place that its address names; says so when there is no such place, or the name can be none.
 *
 * @param <T> the place
 */
abstract class PlacePage<T> extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final String kind;

    /** @param kind what the place is, in one word: {@code region} */
    PlacePage(String kind) {
        this.kind = kind;
        addClassName("goc-page");
    }

    /** The name of the place as the address gives it. */
    abstract String named(RouteParameters address);

    /**
     * The place of that name.
     *
     * @throws OperationsException when nothing can have that name
     */
    abstract Optional<T> find(String name);

    /** Fills the empty screen. */
    abstract void show(T place);

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String name = named(event.getRouteParameters());
        known(name).ifPresentOrElse(this::show, () -> add(new Unknown(kind, name)));
    }

    private Optional<T> known(String name) {
        try {
            return find(name);
        } catch (OperationsException e) {
            return Optional.empty();
        }
    }
}
