package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.shell.ClientElement;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/** The world and what needs somebody, for a wall: to look at, not to click. */
@Service
public final class WallBoards {

    private static final int FACTS_EVERY = 30;

    private final Fleet fleet;
    private final LiveHub hub;
    private final BoardFacts facts;
    private final BoardSide side;

    WallBoards(Fleet fleet, LiveHub hub, BoardFacts facts, BoardSide side) {
        this.fleet = fleet;
        this.hub = hub;
        this.facts = facts;
        this.side = side;
    }

    /** All regions: counters, map, the worst first. */
    public Component world() {
        ClientElement feed = new ClientElement("goc-board-feed");
        ClientElement map = new ClientElement("goc-world-map");
        ClientElement list = new ClientElement("goc-region-list");
        Div board = new Div(feed, new ClientElement("goc-state-counters"), map, list);
        board.addClassNames("goc-wall-board", "goc-wall-world");
        int[] shown = {0, 0};
        board.addAttachListener(attached -> Arrays.fill(shown, 0));
        hub.follow(board, frame -> {
            if (shown[0] != frame.states().length) {
                shown[0] = frame.states().length;
                List<RegionDots> dots =
                        fleet.regions().stream().map(RegionDots::of).toList();
                map.callWithJson("setRegions", dots);
                list.callWithJson("setRegions", dots);
                list.call("past", hub.quarter());
            }
            feed.call("frame", frame.states(), frame.values());
            if (shown[1]++ % FACTS_EVERY == 0) {
                list.call("facts", facts.budgets(), facts.incidents(), facts.trends());
            }
        });
        return board;
    }

    /** Open incidents and alerts without an owner, and what changed. */
    public Component attention() {
        Div board = new Div(side.panel(), side.ticker());
        board.addClassNames("goc-wall-board", "goc-wall-attention");
        return board;
    }

    /** Whether a region is critical. */
    public static boolean isAlarmed(Frame frame) {
        return Arrays.stream(frame.states()).anyMatch(state -> state == Health.CRITICAL.ordinal());
    }
}
