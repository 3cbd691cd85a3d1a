package io.novacron.goc.streaming.collect;

/** What a request held that has no home here, told once a request. */
final class Dropped {

    private final KnownSeries.Lookup lookup;
    private int stale;
    private int staleIndex;
    int histograms;
    int exemplars;

    Dropped(KnownSeries.Lookup lookup) {
        this.lookup = lookup;
    }

    /** Counts markers that say that a series is gone. */
    void stale(int markers, int index) {
        if (markers > 0) {
            stale += markers;
            staleIndex = index;
        }
    }

    void tell() {
        if (stale > 0) {
            lookup.refuse("stale_marker", stale, lookup.name(staleIndex));
        }
        tell("native_histogram", histograms, "native histograms are not kept yet");
        tell("exemplar", exemplars, "exemplars are not kept yet");
    }

    private void tell(String reason, int many, String example) {
        if (many > 0) {
            lookup.refuse(reason, many, example);
        }
    }
}
