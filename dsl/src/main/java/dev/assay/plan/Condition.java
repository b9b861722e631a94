package dev.assay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Factor levels, as {@code "data=MOONS|CANCER, batchSize!=2"} says them: every term must hold.
 *
 * @param terms what must hold; nothing when empty
 */
public record Condition(List<Term> terms) {
    private static final Pattern TERM = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(!?=)\\s*(\\S.*?)\\s*");

    public Condition {
        terms = List.copyOf(terms);
    }

    /**
     * One term: the factor's level is one of these, or none of these.
     *
     * @param factor the factor's name
     * @param negated whether the levels are excluded
     * @param levels the levels' texts
     */
    public record Term(String factor, boolean negated, List<String> levels) {
        public Term {
            levels = List.copyOf(levels);
        }
    }

    /**
     * Reads a condition; the empty text always holds.
     *
     * @throws IllegalArgumentException if a term is not {@code factor=level} or {@code factor!=level}
     */
    public static Condition parse(String text) {
        if (text.isBlank()) {
            return new Condition(List.of());
        }
        List<Term> terms = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = TERM.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + part.strip() + "' in '" + text
                        + "' is no condition; write factor=level or factor!=level, separated by commas");
            }
            List<String> levels = new ArrayList<>();
            for (String level : matcher.group(3).split("\\|", -1)) {
                levels.add(level.strip());
            }
            terms.add(new Term(matcher.group(1), matcher.group(2).equals("!="), levels));
        }
        return new Condition(terms);
    }

    /**
     * Whether it holds at these levels. A factor that is not among them does not count.
     *
     * @param factors the plan's factors, which know when two texts mean one level
     * @param levels a level for each factor
     */
    public boolean holds(List<Factor> factors, Map<String, String> levels) {
        for (Term term : terms) {
            String actual = levels.get(term.factor());
            if (actual == null) {
                continue;
            }
            boolean among = term.levels().stream()
                    .anyMatch(level -> factors.stream()
                            .filter(factor -> factor.name().equals(term.factor()))
                            .anyMatch(factor ->
                                    factor.find(level).filter(actual::equals).isPresent()));
            if (among == term.negated()) {
                return false;
            }
        }
        return true;
    }
}
