package io.novacron.goc.ui.live;

/**
 * What the board shows in one second, as the browser takes it; shared by all viewers, so never changed.
 *
 * @param atMs when it was made, epoch milliseconds
 * @param states one code for each region, in the order of the fleet
 * @param values six for each region: requests/s, errors per million, p99 in ms, hosts up, hosts, age in ms; -1 when
 *     unknown
 */
public record Frame(long atMs, int[] states, int[] values) {

    static final int VALUES = 6;
    static final int ERRORS = 1;
}
