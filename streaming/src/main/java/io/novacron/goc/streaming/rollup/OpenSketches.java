package io.novacron.goc.streaming.rollup;

import io.novacron.goc.telemetry.SketchCell;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sketches of the open buckets of those series that ask for them. */
final class OpenSketches {

    private final BitSet asking = new BitSet();
    private Map<Long, Map<Long, QuantileSketch>> bySeries = new HashMap<>();
    private int size;

    /** From now on points of this slot are sketched. */
    void ask(int slot) {
        asking.set(slot);
    }

    void add(int slot, long seriesId, long bucket, double value) {
        if (asking.get(slot)) {
            bySeries.computeIfAbsent(seriesId, fresh -> new HashMap<>())
                    .computeIfAbsent(bucket, fresh -> {
                        size++;
                        return new QuantileSketch();
                    })
                    .add(value);
        }
    }

    int size() {
        return size;
    }

    /** Takes all that is open, and starts anew. */
    List<SketchCell> take(long stepMs) {
        List<SketchCell> cells = new ArrayList<>();
        bySeries.forEach((id, buckets) ->
                buckets.forEach((bucket, sketch) -> cells.add(new SketchCell(id, bucket * stepMs, sketch))));
        bySeries = new HashMap<>();
        size = 0;
        return cells;
    }
}
