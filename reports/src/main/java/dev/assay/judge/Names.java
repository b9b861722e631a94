package dev.assay.judge;

import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names out of code as they stand in a sentence. */
public final class Names {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{3,}");

    /** Short forms that are spelt with vowels; those without any are told by that. */
    private static final Set<String> SHORT = Set.of(
            "ece", "ess", "elbo", "auc", "mae", "mse", "rmse", "iou", "iqm", "kl", "em", "gan", "vae", "pca", "api");

    private static final Set<String> TIMES = Set.of("nanos", "micros", "millis", "seconds", "minutes");

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"));

    private Names() {}

    /** A name of several words with blanks between them: {@code kktViolation} is "KKT violation". */
    public static String spaced(String name) {
        return HUMP.splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(Names::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean vowelless = small.length() > 1
                && small.length() < 6
                && small.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && small.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
        return vowelless || SHORT.contains(small) ? small.toUpperCase(Locale.ROOT) : small;
    }

    /** A metric's name in a sentence; one that is only a unit of time is "time". */
    public static String metric(MetricPlan metric) {
        return metric.timing() && TIMES.contains(metric.name()) ? "time" : spaced(metric.name());
    }

    /** A cell in a sentence, without the levels of these factors: {@code smoothed(epsilon=0.1)} is "smoothed (ε = 0.1)". */
    public static String cell(Cell cell, Set<String> without) {
        String levels = cell.levels().entrySet().stream()
                .filter(level -> !without.contains(level.getKey()))
                .map(level -> factor(level.getKey()) + " = " + level(level.getValue()))
                .collect(Collectors.joining(", "));
        return spaced(cell.variant()) + (levels.isEmpty() ? "" : " (" + levels + ")");
    }

    /** A factor's name; a Greek letter's is the letter. */
    public static String factor(String name) {
        String letter = GREEK.get(name);
        return letter == null ? spaced(name) : letter;
    }

    /** A level; an enum's constant in small letters. */
    public static String level(String level) {
        return CONSTANT.matcher(level).matches()
                ? level.toLowerCase(Locale.ROOT).replace('_', ' ')
                : level;
    }

    /** Where a comparison was made: " at batch size 2 and target banana", or nothing. */
    public static String place(Map<String, String> levels) {
        return levels.isEmpty()
                ? ""
                : levels.entrySet().stream()
                        .map(level -> factor(level.getKey()) + " " + level(level.getValue()))
                        .collect(Collectors.joining(" and ", " at ", ""));
    }

    /** The beginning of a sentence. */
    public static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
    }
}
