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

    /** The number of single-letter edits between two names, capitals aside (Levenshtein, 1966). */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
