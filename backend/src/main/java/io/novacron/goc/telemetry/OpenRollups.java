package io.novacron.goc.telemetry;

import java.util.List;

/** The rollups that are folded but not yet in the database. */
@FunctionalInterface
public interface OpenRollups {

    /** The parts of buckets of a series that are still in memory, by its index; any order. */
    List<Segment> open(int seriesIndex);
}
