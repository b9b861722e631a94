package dev.assay.render.html;

import dev.assay.judge.Verdict;

/** How a verdict looks: a word always, with a sign and a colour to find it by. */
public final class VerdictChip {
    private VerdictChip() {}

    /** The sign before the word; screen readers skip it. */
    public static String sign(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "✓";
            case REFUTED -> "✗";
            case INCONCLUSIVE -> "?";
            case INVALID -> "!";
            case NOT_JUDGED -> "–";
        };
    }

    /** The class name in the style sheet. */
    public static String style(Verdict verdict) {
        return "chip " + name(verdict);
    }

    /** The verdict as a part of names in the style sheet. */
    public static String name(Verdict verdict) {
        return verdict.words().replace(' ', '-');
    }
}
