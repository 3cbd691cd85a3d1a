package io.novacron.goc.fleet.simulated;

import java.util.Comparator;
import java.util.List;

/** Finds the names that somebody who mistyped one may have meant. */
final class Nearest {

    private Nearest() {}

    /** Returns at most so many of the names, fewest edits (Levenshtein) first. */
    static List<String> to(String wanted, List<String> names, int most) {
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> edits(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[to.length()];
    }
}
