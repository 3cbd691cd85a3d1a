package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Panel;
import io.novacron.goc.dashboards.Rotation;
import io.novacron.goc.dashboards.Turn;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.fleet.WallBoards;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.LiveQueries.Ask;
import io.novacron.goc.ui.live.News;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** A wall: boards in rotation, of which one in alarm jumps the queue. */
final class Wall extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration LIMITS_EVERY = Duration.ofSeconds(5);
    private static final int CHECKED_EVERY = 30;

    private final transient Parts parts;
    private final transient Rotation rotation;
    private final transient Source source;
    private final transient Set<Integer> beyondLimits = new HashSet<>();
    private final ClientElement frame = new ClientElement("goc-wall");
    private int shown = -1;
    private int frames;

    /** What walls are made of. */
    @Service
    record Parts(DashboardView.Parts dashboards, WallBoards boards, LiveHub hub, News news) {}

    /**
     * Who looks at the wall.
     *
     * @param dashboard a dashboard that may be shown
     * @param namesTenants whether customers may be named
     * @param valid whether the wall may go on; asked now and then
     */
    record Source(Function<UUID, Optional<Dashboard>> dashboard, boolean namesTenants, BooleanSupplier valid) {}

    Wall(List<Turn> turns, Source source, Parts parts) {
        this.parts = parts;
        this.source = source;
        this.rotation = new Rotation(turns, parts.dashboards().clock().millis());
        ClientElement live = new ClientElement("goc-live-bar");
        live.getElement().setAttribute("slot", "live");
        frame.getElement().appendChild(live.getElement());
        add(frame);
        addAttachListener(attached -> shown = -1);
        for (int turn = 0; turn < turns.size(); turn++) {
            watch(turn, turns.get(turn));
        }
        parts.hub().follow(this, now -> {
            live.call("beat", now.beat());
            tick(now);
        });
    }

    /** A dashboard is in alarm when a newest value is at a critical limit of its panel. */
    private void watch(int turn, Turn which) {
        which.dashboard().flatMap(source.dashboard()).ifPresent(dashboard -> {
            Choices choices = new Choices(dashboard.content().variables(), QueryParameters.empty());
            List<Ask> asks = new ArrayList<>();
            List<Double> limits = new ArrayList<>();
            for (Panel panel : dashboard.content().panels()) {
                panel.limits().stream()
                        .filter(limit -> limit.severity().equals("critical"))
                        .forEach(limit -> panel.queries().forEach(query -> {
                            asks.add(new Ask(choices.in(query.expression()), Duration.ZERO));
                            limits.add(limit.value());
                        }));
            }
            if (!asks.isEmpty()) {
                parts.dashboards().sources().queries().follow(this, asks, LIMITS_EVERY, now -> {
                    beyondLimits.remove(turn);
                    for (int ask = 0; ask < limits.size(); ask++) {
                        double limit = limits.get(ask);
                        if (now.answers().get(ask).series().stream().anyMatch(each -> each.values()[0] >= limit)) {
                            beyondLimits.add(turn);
                        }
                    }
                });
            }
        });
    }

    private void tick(Frame now) {
        if (frames++ % CHECKED_EVERY == 0 && !source.valid().getAsBoolean()) {
            removeAll();
            add(ended());
            return;
        }
        if (frame.getParent().isEmpty()) {
            return;
        }
        Set<Integer> alarmed = alarmed(now);
        int next = rotation.at(now.atMs(), alarmed);
        if (next != shown) {
            shown = next;
            show(rotation.turns().get(next));
        }
        frame.call(
                "shows",
                title(rotation.turns().get(shown)),
                shown,
                rotation.turns().size(),
                alarmed.contains(shown));
    }

    static Component ended() {
        Paragraph words = new Paragraph("This link shows nothing any more: it has expired, was revoked, or never was. "
                + "Ask whoever gave it to you for a new one.");
        words.addClassName("goc-empty");
        return words;
    }

    private Set<Integer> alarmed(Frame now) {
        int[] firing = parts.news().firing();
        boolean attention = firing[Severity.CRITICAL.ordinal()] + firing[Severity.HIGH.ordinal()] > 0;
        Set<Integer> alarmed = new HashSet<>(beyondLimits);
        for (int turn = 0; turn < rotation.turns().size(); turn++) {
            String board = rotation.turns().get(turn).board();
            if ((board.equals(Turn.WORLD) && WallBoards.isAlarmed(now))
                    || (board.equals(Turn.ATTENTION) && attention)) {
                alarmed.add(turn);
            }
        }
        return alarmed;
    }

    private String title(Turn turn) {
        return switch (turn.board()) {
            case Turn.WORLD -> "World";
            case Turn.ATTENTION -> "Needs attention";
            default ->
                turn.dashboard()
                        .flatMap(source.dashboard())
                        .map(Dashboard::title)
                        .orElse("A dashboard that is gone");
        };
    }

    private void show(Turn turn) {
        frame.getElement()
                .getChildren()
                .filter(child -> !child.hasAttribute("slot"))
                .toList()
                .forEach(child -> frame.getElement().removeChild(child));
        frame.getElement().appendChild(board(turn).getElement());
    }

    private Component board(Turn turn) {
        return switch (turn.board()) {
            case Turn.WORLD -> parts.boards().world();
            case Turn.ATTENTION -> parts.boards().attention();
            default ->
                turn.dashboard()
                        .flatMap(source.dashboard())
                        .<Component>map(this::dashboard)
                        .orElseGet(() -> new Div("It was removed, or is not for those who look here."));
        };
    }

    private Div dashboard(Dashboard dashboard) {
        DashboardView.Parts own = parts.dashboards();
        TimeWindow window = TimeWindow.of(
                        dashboard.content().from(), "now", own.clock().instant())
                .orElse(TimeWindow.usual());
        Div board = new PanelBoard(
                dashboard.content(),
                new Choices(dashboard.content().variables(), QueryParameters.empty()),
                window,
                source.namesTenants() ? own : own.withoutTenants());
        board.addClassName("goc-wall-board");
        return board;
    }
}
