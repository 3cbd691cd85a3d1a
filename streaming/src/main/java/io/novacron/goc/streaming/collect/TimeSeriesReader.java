package io.novacron.goc.streaming.collect;

/** Reads the time series of one request, in one version of the protocol. */
interface TimeSeriesReader {

    /** Reads the time series at the cursor, up to its end: its samples go to the columns, as one run. */
    void read(ProtobufReader in, Columns columns, Dropped dropped);

    /**
     * The labels of a time series that was read before, as version 1.0 writes them. Asked for only where they are not
     * known by their hash.
     *
     * @param from where its message lies in the request, until {@code until}
     * @return a cursor over the label fields alone, of use until the next call
     */
    ProtobufReader labels(int from, int until);
}
