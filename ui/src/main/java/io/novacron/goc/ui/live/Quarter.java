package io.novacron.goc.ui.live;

import java.util.Arrays;

/**
 * The errors of all regions over the last quarter of an hour: for each ten seconds the worst, per million, -1 when
 * nothing was heard. Not safe for threads.
 */
final class Quarter {

    static final int POINTS = 90;
    private static final long POINT_MS = 10_000;
    private static final int NONE = -1;

    private int regions;
    private int[] errors = new int[0];
    private long point = Long.MIN_VALUE;

    /** Takes in a frame. */
    void add(Frame frame) {
        if (frame.states().length != regions) {
            grow(frame.states().length);
        }
        long now = Math.floorDiv(frame.atMs(), POINT_MS);
        if (point == Long.MIN_VALUE) {
            point = now;
        }
        for (; point < now; point++) {
            for (int region = 0; region < regions; region++) {
                errors[slot(region, point + 1)] = NONE;
            }
        }
        for (int region = 0; region < regions; region++) {
            int at = slot(region, now);
            errors[at] = Math.max(errors[at], frame.values()[region * Frame.VALUES + Frame.ERRORS]);
        }
    }

    /**
     * Takes in what was before the first frame. What is not of the last quarter of an hour, or of a region that no
     * frame has, is passed over.
     */
    void addEarlier(int region, long atMs, int perMillion) {
        long at = Math.floorDiv(atMs, POINT_MS);
        if (region < regions && at <= point && at > point - POINTS) {
            int slot = slot(region, at);
            errors[slot] = Math.max(errors[slot], perMillion);
        }
    }

    /** {@value #POINTS} values for each region, the oldest first. */
    int[] all() {
        int[] all = new int[errors.length];
        for (int region = 0; region < regions; region++) {
            for (int i = 0; i < POINTS; i++) {
                all[region * POINTS + i] = errors[slot(region, point + 1 + i)];
            }
        }
        return all;
    }

    private void grow(int many) {
        int[] more = new int[many * POINTS];
        Arrays.fill(more, NONE);
        System.arraycopy(errors, 0, more, 0, Math.min(errors.length, more.length));
        errors = more;
        regions = many;
    }

    private static int slot(int region, long point) {
        return region * POINTS + (int) Math.floorMod(point, (long) POINTS);
    }
}
