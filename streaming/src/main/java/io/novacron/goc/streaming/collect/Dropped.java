package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.Sources;
import org.jspecify.annotations.Nullable;

/** What a request held that has no home here, told once a request. */
final class Dropped {

    private final Sources sources;
    private final String source;
    private int stale;
    private String staleSeries = "";
    int histograms;
    int exemplars;

    Dropped(Sources sources, String source) {
        this.sources = sources;
        this.source = source;
    }

    /** Ends a run of samples; its stale markers are no points. */
    void close(Columns columns, int first, @Nullable Series of) {
        int markers = columns.close(first, of);
        if (markers > 0 && of != null) {
            stale += markers;
            staleSeries = of.key().toString();
        }
    }

    void tell() {
        tell("stale_marker", stale, staleSeries);
        tell("native_histogram", histograms, "native histograms are not kept yet");
        tell("exemplar", exemplars, "exemplars are not kept yet");
    }

    private void tell(String reason, int many, String example) {
        if (many > 0) {
            sources.rejected(source, reason, many, example);
        }
    }
}
