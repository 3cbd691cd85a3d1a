package io.novacron.goc.ui.fleet;

import io.novacron.goc.ui.shell.ClientElement;
import java.util.List;

/** A heat grid of places, and the frames it is shown. */
final class Cells extends ClientElement {

    private static final long serialVersionUID = 1L;

    /** A tile: {@code hint} says what its bar measures. */
    record Cell(String id, String label, String hint) {}

    Cells() {
        super("goc-heat-grid");
    }

    void tiles(List<Cell> cells) {
        callWithJson("setCells", cells);
    }

    /** One state code and one value (per mille, -1 unknown) for each tile. */
    void frame(int[] states, int[] values) {
        call("frame", states, values);
    }
}
