package io.novacron.goc.telemetry;

/**
 * A known series.
 *
 * @param index dense number of this process, from 0, for use as an array index; never stored
 * @param id keyed hash of the key; stored and sent
 * @param source who sends it, for example {@code simulation} or {@code prometheus}
 */
public record Series(int index, long id, SeriesKey key, String source) {}
