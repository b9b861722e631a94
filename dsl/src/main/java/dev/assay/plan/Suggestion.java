package dev.assay.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The end of a message about a name that does not exist: the one that was probably meant, and those that do. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code " Did you mean 'oneHot'? There are: …"}, or only the names when none is near. */
    public static String of(String name, Collection<String> names) {
        if (names.isEmpty()) {
            return " There is none.";
        }
        String all = "There are: " + String.join(", ", names) + ".";
        return names.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= near(name))
                .map(candidate -> " Did you mean '" + candidate + "'? " + all)
                .orElse(" " + all);
    }

    /** As many edits as a slip makes: fewer than would turn a short name into any other. */
    private static int near(String name) {
        return Math.min(name.length() / 2, Math.max(2, name.length() / 3));
    }

    /** The number of single-letter edits and swaps of neighbours between two names, capitals aside (Damerau, 1964). */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int substituted = edits[i - 1][j - 1] + (same ? 0 : 1);
                int least = Math.min(substituted, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                edits[i][j] = swapped ? Math.min(least, 1 + edits[i - 2][j - 2]) : least;
            }
        }
        return edits[a.length()][b.length()];
    }
}
