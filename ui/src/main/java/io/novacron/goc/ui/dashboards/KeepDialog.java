package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.dashboards.Audience;
import io.novacron.goc.dashboards.Content;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.dashboards.Panel;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.shell.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps charts on a dashboard of the person's own, or on a new one. */
public final class KeepDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int OFFERED_MOST = 500;

    private final transient Service service;
    private final transient List<Kept> charts;
    private final ComboBox<Dashboard> onto = new ComboBox<>("Onto");
    private final TextField title = new TextField("Or a new one, called");

    /** A chart to keep. */
    public record Kept(String title, String unit, String expression) {}

    /** Where dashboards are kept, and whose. */
    @Component
    public record Service(Dashboards dashboards, DashboardUser user) {}

    public KeepDialog(List<Kept> charts, Service service) {
        this.charts = charts;
        this.service = service;
        setHeaderTitle("Keep %d %s on a dashboard".formatted(charts.size(), charts.size() == 1 ? "chart" : "charts"));
        Dashboards.Person person = service.user().person();
        onto.setItems(service.dashboards().seenBy(person, OFFERED_MOST).stream()
                .filter(each -> each.isChangedBy(person.actor(), person.administers()))
                .toList());
        onto.setItemLabelGenerator(Dashboard::title);
        onto.setWidthFull();
        onto.setClearButtonVisible(true);
        title.setWidthFull();
        title.setMaxLength(200);
        Div form = new Div(onto, title);
        form.addClassName("goc-form");
        add(form);
        Button keep = new Button("Keep", click -> keep());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), keep);
    }

    private void keep() {
        try {
            Dashboard chosen = onto.getValue();
            Dashboard kept = chosen == null
                    ? service.dashboards()
                            .create(
                                    title.getValue(),
                                    Audience.PERSON,
                                    with(Content.EMPTY),
                                    service.user().person())
                    : service.dashboards().change(with(chosen), service.user().person());
            close();
            UI.getCurrent().navigate("dashboards/" + kept.id());
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    private Dashboard with(Dashboard chosen) {
        return new Dashboard(
                chosen.id(),
                chosen.title(),
                chosen.owner(),
                chosen.audience(),
                with(chosen.content()),
                chosen.changedAt(),
                chosen.changedBy(),
                chosen.version());
    }

    private Content with(Content content) {
        Content more = content;
        for (Kept chart : charts) {
            more = more.with(new Panel(
                    0,
                    Panel.Kind.LINES,
                    chart.title(),
                    chart.unit(),
                    List.of(new Panel.Query(chart.expression(), "")),
                    List.of(),
                    "",
                    PanelDialog.USUAL));
        }
        return more;
    }
}
