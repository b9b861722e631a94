package dev.assay.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.assay.Over;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it was written; {@link dev.assay.Claim} says what its words mean.
 *
 * @param that the side that it is about
 * @param beats the side that it beats, or null
 * @param matches the side that it matches, or null
 * @param on the metric's name
 * @param when the factor levels at which it is meant, as a {@link Condition}; empty for all
 * @param by the absolute margin of {@code beats}, or null
 * @param times the ratio of {@code beats}, or null
 * @param within the margin of {@code matches}, or null
 * @param atMost the upper bound, or null
 * @param atLeast the lower bound, or null
 * @param along the factor whose log–log slope replaces the value, or null
 * @param over how factors left free are treated
 */
public record ClaimPlan(
        String that,
        @Nullable String beats,
        @Nullable String matches,
        String on,
        String when,
        @Nullable Double by,
        @Nullable Double times,
        @Nullable Double within,
        @Nullable Double atMost,
        @Nullable Double atLeast,
        @Nullable String along,
        Over over) {

    /** What the claim says. Only for a claim that the rules let pass. */
    @JsonIgnore
    public Statement statement() {
        if (beats != null) {
            return times != null
                    ? new Statement.BeatsTimes(Side.parse(beats), times)
                    : new Statement.Beats(Side.parse(beats), by == null ? 0 : by);
        }
        if (matches != null && within != null) {
            return new Statement.Matches(Side.parse(matches), within);
        }
        if (atMost != null) {
            return new Statement.AtMost(atMost);
        }
        if (atLeast != null) {
            return new Statement.AtLeast(atLeast);
        }
        throw new IllegalStateException(
                "the claim '" + that + "' on '" + on + "' says nothing; the plan was not checked");
    }

    /**
     * The claim in one line, which is also its name in reports and its identity between runs. Blanks around signs make no
     * difference to it.
     */
    @JsonIgnore
    public String sentence() {
        StringBuilder text = new StringBuilder(that.strip().equals(Side.EVERY) ? "every variant" : tidy(that));
        if (beats != null) {
            text.append(" beats ").append(tidy(beats));
        } else if (matches != null) {
            text.append(" matches ").append(tidy(matches));
        }
        text.append(beats == null && matches == null ? " has " : " on ");
        if (along != null) {
            text.append("the slope of ");
        }
        text.append(on);
        if (along != null) {
            text.append(" along ").append(along);
        }
        append(text, " by ", by);
        append(text, " times ", times);
        append(text, " within ", within);
        append(text, " at most ", atMost);
        append(text, " at least ", atLeast);
        if (!when.isBlank()) {
            text.append(" when ").append(tidy(when));
        }
        if (over == Over.MEAN) {
            text.append(", averaged");
        }
        return text.toString();
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s*([,()=|]|!=)\\s*", "$1").replace(",", ", ");
    }

    private static void append(StringBuilder text, String word, @Nullable Double number) {
        if (number != null) {
            text.append(word)
                    .append(
                            number == Math.rint(number) && Math.abs(number) < 1e9
                                    ? String.valueOf(number.longValue())
                                    : String.valueOf(number).replace(".0E", "e").replace('E', 'e'));
        }
    }
}
