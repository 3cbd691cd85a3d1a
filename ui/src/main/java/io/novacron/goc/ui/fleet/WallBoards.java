package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.shell.ClientElement;
import java.util.Arrays;
import org.springframework.stereotype.Service;

/** The world and what needs somebody, for a wall: to look at, not to click. */
@Service
public final class WallBoards {

    private final WorldFeed.Source source;
    private final BoardSide side;

    WallBoards(WorldFeed.Source source, BoardSide side) {
        this.source = source;
        this.side = side;
    }

    /** All regions: counters, map, the worst first. */
    public Component world() {
        ClientElement map = new ClientElement("goc-world-map");
        ClientElement list = new ClientElement("goc-region-list");
        Div board = new Div();
        board.add(new WorldFeed(source, board, map, list), new ClientElement("goc-state-counters"), map, list);
        board.addClassNames("goc-wall-board", "goc-wall-world");
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
