package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.shell.ClientElement;
import java.util.List;
import org.springframework.stereotype.Service;

/** Feeds the parts of a board in the browser: each frame once for all of them, and what changes seldom when it did. */
final class WorldFeed extends ClientElement {

    private static final long serialVersionUID = 1L;

    private final transient Source source;
    private final ClientElement map;
    private final ClientElement list;
    private int regionsShown;
    private int recalls;
    private long seen;
    private long factsTold;
    private long linksTold;
    private int linksShown;

    /** Where the facts come from. */
    @Service
    record Source(Fleet fleet, LiveHub hub, BoardFacts facts, BoardLinks links) {}

    /** Follows for as long as the board is on the screen. */
    WorldFeed(Source source, Component board, ClientElement map, ClientElement list) {
        super("goc-board-feed");
        this.source = source;
        this.map = map;
        this.list = list;
        board.addAttachListener(attached -> {
            regionsShown = 0;
            seen = 0;
            factsTold = 0;
            linksTold = 0;
            linksShown = 0;
        });
        source.hub().follow(board, this::show);
    }

    private void show(Frame frame) {
        if (regionsShown != frame.states().length) {
            regionsShown = frame.states().length;
            List<RegionDots> dots =
                    source.fleet().regions().stream().map(RegionDots::of).toList();
            map.callWithJson("setRegions", dots);
            list.callWithJson("setRegions", dots);
            recalls = -1;
        }
        if (recalls != source.hub().recalls()) {
            recalls = source.hub().recalls();
            list.call("past", source.hub().quarter());
        }
        call("frame", frame.after(seen));
        seen = frame.number();
        BoardFacts.Told facts = source.facts().newest();
        if (facts.number() != factsTold) {
            factsTold = facts.number();
            list.call("facts", facts.budgets(), facts.incidents(), facts.trends());
        }
        BoardLinks.Told links = source.links().newest();
        if (links.number() != linksTold) {
            linksTold = links.number();
            show(links);
        }
    }

    private void show(BoardLinks.Told links) {
        if (links.links().size() != linksShown) {
            linksShown = links.links().size();
            map.call("setLinks", links.ends());
        }
        map.call("linkFigures", links.figures());
    }
}
