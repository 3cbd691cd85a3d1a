package io.novacron.goc.telemetry;

import java.util.List;

/**
 * Sees each series once, when this process first learns of it (also those loaded from the database at start). Return
 * quickly.
 */
@FunctionalInterface
public interface SeriesListener {

    void discovered(List<Series> series);
}
