package io.novacron.goc.ui.alerts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.lists.KeptFilters;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The alerts, the unacknowledged and worst first; claimed by one or by many at once. */
@Route("alerts")
@PageTitle("Alerts · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class AlertsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 10_000;
    private static final Comparator<Alert> URGENT_FIRST = Comparator.comparing(Alert::state)
            .thenComparing(Alert::severity)
            .thenComparing(Alert::openedAt, Comparator.reverseOrder());

    private final transient Alerts alerts;
    private final transient CurrentUser user;
    private final FacetedList<Alert> list;
    private final Checkbox withResolved = new Checkbox("Show resolved");
    private final Span summary = new Span();
    private transient @Nullable Alert walkedTo;

    AlertsView(Alerts alerts, Fleet fleet, Changes changes, CurrentUser user, KeptFilters kept) {
        this.alerts = alerts;
        this.user = user;
        this.list = new FacetedList<>(AlertColumns.of(fleet), kept);
        addClassNames("goc-page", "goc-page-fixed");
        summary.addClassName("goc-secondary");
        Button acknowledge = new Button("Acknowledge", click -> open(chosen()));
        acknowledge.addThemeVariants(ButtonVariant.PRIMARY);
        acknowledge.setVisible(user.may(Permission.ACKNOWLEDGE_ALERT));
        acknowledge.getElement().setAttribute("data-key", "a").setAttribute("data-title", "Acknowledge the alert");
        Div end = new Div(withResolved, acknowledge);
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Alerts"), summary, end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, list);
        Grid<Alert> grid = list.grid();
        if (user.may(Permission.ACKNOWLEDGE_ALERT)) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
        }
        grid.addItemDoubleClickListener(click -> open(Set.of(click.getItem())));
        // The list may be read anew between a key and its news: then what was walked to last still counts.
        grid.addCellFocusListener(focus -> walkedTo = focus.getItem().orElse(walkedTo));
        withResolved.addValueChangeListener(change -> refresh());
        changes.follow(this, Set.of(Topic.ALERTS), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation());
    }

    /** What is selected; without a selection, the alert that the keys have walked to. */
    private Set<Alert> chosen() {
        Alert here = walkedTo;
        Set<Alert> selected = list.grid().getSelectedItems();
        return !selected.isEmpty() || here == null ? selected : Set.of(here);
    }

    private void refresh() {
        List<Alert> shown = (withResolved.getValue() ? alerts.recent(SHOWN_MOST) : alerts.open())
                .stream().sorted(URGENT_FIRST).toList();
        list.show(shown);
        summary.setText("%,d firing · %,d acknowledged"
                .formatted(count(shown, AlertState.FIRING), count(shown, AlertState.ACKNOWLEDGED)));
    }

    private static long count(List<Alert> alerts, AlertState state) {
        return alerts.stream().filter(alert -> alert.state() == state).count();
    }

    private void open(Set<Alert> chosen) {
        List<Alert> possible = chosen.stream()
                .filter(alert -> alert.state() != AlertState.RESOLVED)
                .toList();
        if (possible.isEmpty()) {
            Notices.done("Choose an alert that is not over, by a click or by j and k");
        } else if (user.may(Permission.ACKNOWLEDGE_ALERT)) {
            new AcknowledgeDialog(possible, alerts, user).open();
            list.grid().deselectAll();
        }
    }
}
