package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.Sources.SourceStatus;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Scope;

/** Who sends telemetry, what was turned away and why, and the lines that connect one more. */
@SpringComponent
@Scope("prototype")
final class SourcesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Tokens tokens;
    private final transient CurrentUser user;
    private final transient Clock clock;
    private final Grid<SourceStatus> grid = new Grid<>();
    private final Pre snippet = new Pre();
    private final Paragraph once = new Paragraph("The token is shown only this once.");
    private final TextField name = new TextField();
    private final Select<Snippet> kind = new Select<>();

    SourcesPanel(Sources sources, Tokens tokens, CurrentUser user, LiveHub hub, Clock clock) {
        this.tokens = tokens;
        this.user = user;
        this.clock = clock;
        addClassName("goc-panel-body");
        columns();
        snippet.addClassName("goc-code");
        snippet.setVisible(false);
        name.setPlaceholder("name of the source");
        name.addClassName("goc-field-medium");
        name.setAriaLabel("Token name");
        kind.setItems(Snippet.values());
        kind.setItemLabelGenerator(Snippet::title);
        kind.setValue(Snippet.PROMETHEUS);
        kind.setAriaLabel("Kind of source");
        kind.addClassName("goc-field-medium");
        Button connect = new Button("Connect a source", click -> connect());
        connect.addThemeVariants(ButtonVariant.PRIMARY);
        Div line = new Div(name, kind, connect, new Span("issues a token and shows what to paste"));
        line.addClassName("goc-toolbar");
        once.setVisible(false);
        add(grid, line, snippet, once);
        int[] ticks = {0};
        hub.follow(this, frame -> {
            if (ticks[0]++ % 2 == 0) {
                grid.setItems(sources.all());
            }
        });
    }

    private void columns() {
        grid.addColumn(SourceStatus::name)
                .setHeader("Source")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(SourceStatus::protocol)
                .setHeader("Speaks")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> "%,.0f".formatted(each.pointsPerSecond()))
                .setHeader("Points/s")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> "%,d".formatted(each.points()))
                .setHeader("Points")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> "%,d".formatted(each.series()))
                .setHeader("Series")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> skew(each.clockSkew()))
                .setHeader("Clock")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setTooltipGenerator(
                        each -> "how far the newest point of a batch is behind our clock, the way here included");
        grid.addColumn(each -> Times.span(Duration.between(each.lastSeen(), clock.instant())) + " ago")
                .setHeader("Last seen")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(SourcesPanel::rejected)
                .setHeader("Turned away")
                .setFlexGrow(1)
                .setTooltipGenerator(SourcesPanel::examples);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateText("Nobody sends yet. Connect a source below, or switch the simulation on.");
    }

    private static String skew(Duration skew) {
        long tenths = Math.round(-skew.toMillis() / 100.0);
        return tenths == 0 ? "0.0 s" : "%+.1f s".formatted(tenths / 10.0);
    }

    private static String rejected(SourceStatus source) {
        return source.rejected().isEmpty()
                ? "nothing"
                : source.rejected().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(reason -> "%s %,d".formatted(reason.getKey(), reason.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String examples(SourceStatus source) {
        return source.examples().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void connect() {
        try {
            String secret = tokens.issue(
                            name.getValue().strip(),
                            Set.of(TokenScope.TELEMETRY_WRITE),
                            user.actor(Permission.ADMINISTER))
                    .secret();
            snippet.setText(kind.getValue().lines(address(), secret));
            snippet.setVisible(true);
            once.setVisible(true);
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    /** The address under which the browser reached us. */
    private static String address() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
            String url = request.getHttpServletRequest().getRequestURL().toString();
            return url.replaceFirst("^(https?://[^/]+).*$", "$1");
        }
        return "http://localhost:8080";
    }
}
