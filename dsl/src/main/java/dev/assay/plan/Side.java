package dev.assay.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One side of a claim: a variant, with the levels that are not left free.
 *
 * @param variant the variant's name, or {@code "*"} for every variant
 * @param levels fixed levels of its family, or of a factor for this side only
 */
public record Side(String variant, Map<String, String> levels) {
    /** Every variant that is no reference. */
    public static final String EVERY = "*";

    private static final Pattern SIDE = Pattern.compile("\\s*(\\*|[A-Za-z_]\\w*)\\s*(?:\\((.*)\\))?\\s*");

    public Side {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /**
     * Reads {@code "hmc(leaps=20)"}.
     *
     * @throws IllegalArgumentException if the text is not of that shape
     */
    public static Side parse(String text) {
        Matcher matcher = SIDE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no side of a claim; write variant or variant(level=value, factor=value)");
        }
        Map<String, String> levels = new LinkedHashMap<>();
        if (matcher.group(2) != null) {
            for (Condition.Term term : Condition.parse(matcher.group(2)).terms()) {
                if (term.negated() || term.levels().size() != 1) {
                    throw new IllegalArgumentException("'" + text + "' must name one value for '" + term.factor()
                            + "'; write " + term.factor() + "=value");
                }
                if (levels.put(term.factor(), term.levels().get(0)) != null) {
                    throw new IllegalArgumentException(
                            "'" + text + "' names '" + term.factor() + "' twice; leave one value");
                }
            }
        }
        return new Side(matcher.group(1), levels);
    }

    @Override
    public String toString() {
        if (levels.isEmpty()) {
            return variant;
        }
        return levels.entrySet().stream()
                .map(level -> level.getKey() + "=" + level.getValue())
                .collect(Collectors.joining(", ", variant + "(", ")"));
    }
}
