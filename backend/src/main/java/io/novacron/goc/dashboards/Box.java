package io.novacron.goc.dashboards;

/**
 * Where a panel stands: in {@value #COLUMNS} columns, and in rows without end. Values outside are moved to where they
 * can be.
 */
public record Box(int x, int y, int width, int height) {

    public static final int COLUMNS = 24;

    private static final int NARROWEST = 3;
    private static final int LOWEST = 2;
    private static final int HIGHEST = 60;
    private static final int DEEPEST = 10_000;

    public Box {
        width = Math.clamp(width, NARROWEST, COLUMNS);
        height = Math.clamp(height, LOWEST, HIGHEST);
        x = Math.clamp(x, 0, COLUMNS - width);
        y = Math.clamp(y, 0, DEEPEST);
    }

    int below() {
        return y + height;
    }
}
