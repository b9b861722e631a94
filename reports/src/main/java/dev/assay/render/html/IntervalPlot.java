package dev.assay.render.html;

import static dev.assay.render.draw.Panel.number;
import static dev.assay.render.draw.Panel.percent;

import dev.assay.estimate.Interval;
import dev.assay.estimate.Scale;
import dev.assay.judge.Evidence;
import dev.assay.judge.Phrases;
import dev.assay.judge.Verdict;
import dev.assay.render.draw.Drawing;
import dev.assay.render.draw.Panel;
import dev.assay.report.ClaimReport;
import java.util.ArrayList;
import java.util.List;

/**
 * The effects of a claim's comparisons with their intervals, small enough for a table: a row a comparison, a line at the
 * margin or bound that was claimed, a fainter one at no difference.
 */
final class IntervalPlot {
    private static final int ROW = 14;
    private static final int FOOT = 18;
    private static final int MOST = 12;

    private IntervalPlot() {}

    /** The plot of a claim. Comparisons after the twelfth stand in the table only. */
    static Drawing of(ClaimReport claim) {
        List<Evidence> shown = claim.evidence().stream()
                .filter(part -> range(part).isDefined())
                .limit(MOST)
                .toList();
        if (shown.isEmpty()) {
            return new Drawing.Nothing("no interval", "");
        }
        boolean bound = shown.get(0).contrast() == null;
        boolean twoSided = shown.stream().anyMatch(IntervalPlot::isEquivalence);
        double margin = shown.get(0).margin();
        double low = Math.min(margin, twoSided ? -margin : margin);
        double high = margin;
        for (Evidence part : shown) {
            low = Math.min(low, Math.min(range(part).low(), bound ? low : 0));
            high = Math.max(high, Math.max(range(part).high(), bound ? high : 0));
        }
        Axis axis = new Axis(low, high);
        int height = ROW * shown.size() + 6;
        List<Panel.Rule> rules = new ArrayList<>();
        List<Panel.Label> labels = new ArrayList<>();
        boolean logarithms = !bound && scale(shown.get(0)) == Scale.LOG;
        if (!bound) {
            mark(axis, 0, "zero", logarithms ? "×1" : "0", height, rules, labels);
        }
        if (bound || margin != 0) {
            String text = bound
                    ? Phrases.plain(margin)
                    : logarithms ? "×" + Phrases.plain(rounded(Math.exp(margin))) : signed(margin);
            boolean apart = bound || Math.abs(axis.share(margin) - axis.share(0)) > 16;
            mark(axis, margin, "margin", apart ? text : "", height, rules, labels);
            if (twoSided) {
                mark(axis, -margin, "margin", apart ? signed(-margin) : "", height, rules, labels);
            }
        }
        List<Panel.Dot> dots = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Evidence part = shown.get(i);
            Interval range = range(part);
            double mean = part.contrast() == null
                    ? part.that().mean()
                    : part.contrast().moments().mean();
            String y = number(ROW * (i + 0.5) + 3);
            String style = VerdictChip.name(part.verdict());
            rules.add(new Panel.Rule(axis.x(range.low()), y, axis.x(range.high()), y, "effect " + style));
            dots.add(new Panel.Dot(axis.x(mean), y, "4.5", "effect " + style));
        }
        return new Drawing.Chart(
                claim.says() + ": " + claim.verdict().words() + ". " + claim.because() + ".",
                bound ? "values and bound" : "right: in favour",
                List.of(new Panel("", height + FOOT, List.of(), rules, List.of(), dots, labels)),
                List.of());
    }

    private static void mark(
            Axis axis,
            double value,
            String style,
            String text,
            int height,
            List<Panel.Rule> rules,
            List<Panel.Label> labels) {
        rules.add(new Panel.Rule(axis.x(value), "0", axis.x(value), number(height), style));
        if (!text.isEmpty()) {
            // Letters are some 7 pixels wide, of 200; those that would be cut off stand at the edge.
            double half = text.length() * 1.9;
            boolean left = axis.share(value) < half;
            boolean right = axis.share(value) > 100 - half;
            labels.add(new Panel.Label(
                    left ? "0%" : right ? "100%" : axis.x(value),
                    number(height + 14),
                    text,
                    "tick" + (left ? "" : right ? " end" : " mid")));
        }
    }

    private static String signed(double value) {
        return value > 0 ? "+" + Phrases.plain(value) : Phrases.plain(value);
    }

    /** A ratio that went through its logarithm, without the digits that left there. */
    private static double rounded(double ratio) {
        return Math.rint(ratio * 1e6) / 1e6;
    }

    private static Scale scale(Evidence part) {
        return part.contrast() == null ? Scale.VALUE : part.contrast().scale();
    }

    private static boolean isEquivalence(Evidence part) {
        // Only an equivalence is decided by another interval than the contrast's own.
        return part.contrast() != null && !part.test().equals(part.contrast().interval());
    }

    /** What is drawn of a comparison: the interval that decided, or all values of a bound. */
    private static Interval range(Evidence part) {
        if (part.contrast() != null) {
            return part.test();
        }
        return part.that().n() == 0 || part.verdict() == Verdict.INVALID
                ? Interval.UNDEFINED
                : new Interval(part.that().min(), part.that().max());
    }

    private record Axis(double low, double high) {
        double share(double value) {
            return high > low ? 4 + 92 * (value - low) / (high - low) : 50;
        }

        String x(double value) {
            return percent(share(value));
        }
    }
}
