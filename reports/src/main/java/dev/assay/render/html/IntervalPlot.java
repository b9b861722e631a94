package dev.assay.render.html;

import dev.assay.estimate.Interval;
import dev.assay.judge.Evidence;
import dev.assay.judge.Verdict;
import dev.assay.report.ClaimReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The effects of a claim's comparisons with their intervals, small enough for a table: a row a comparison, a line at the
 * margin or bound that was claimed, a fainter one at no difference.
 *
 * @param height in CSS pixels
 * @param ink the lines' colour
 * @param zero the x of no difference, or empty where it is not in sight
 * @param margin the x of the margin or bound
 * @param mirror the x of the margin's mirror image, for an equivalence; else empty
 * @param rows the comparisons
 */
public record IntervalPlot(int height, String ink, String zero, String margin, String mirror, List<Row> rows) {
    /** The width of every such plot in CSS pixels. */
    public static final int WIDTH = 200;

    private static final int ROW = 14;
    private static final int MOST = 12;

    /**
     * One comparison.
     *
     * @param y the row's middle
     * @param low the x of the interval's lower end
     * @param high the x of its upper end
     * @param mean the x of the mean
     * @param colour the verdict's colour
     */
    public record Row(String y, String low, String high, String mean, String colour) {}

    public IntervalPlot {
        rows = List.copyOf(rows);
    }

    /** The plot of a claim in the colours of a light or a dark page. Comparisons after the twelfth stand in the table only. */
    static IntervalPlot of(ClaimReport claim, boolean dark) {
        List<Evidence> shown = claim.evidence().stream()
                .filter(part -> range(part).isDefined())
                .limit(MOST)
                .toList();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean bound = shown.stream().anyMatch(part -> part.contrast() == null);
        boolean twoSided = claim.evidence().stream().anyMatch(IntervalPlot::isEquivalence);
        for (Evidence part : shown) {
            low = Math.min(low, Math.min(range(part).low(), part.margin()));
            high = Math.max(high, Math.max(range(part).high(), part.margin()));
            if (!bound) {
                low = Math.min(low, twoSided ? -part.margin() : 0);
                high = Math.max(high, 0);
            }
        }
        double margin = shown.isEmpty() ? 0 : shown.get(0).margin();
        Axis axis = new Axis(low, high);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Evidence part = shown.get(i);
            Interval range = range(part);
            double mean = part.contrast() == null
                    ? part.that().mean()
                    : part.contrast().moments().mean();
            rows.add(new Row(
                    text(ROW * (i + 0.5) + 2),
                    axis.x(range.low()),
                    axis.x(range.high()),
                    axis.x(mean),
                    colour(part.verdict(), dark)));
        }
        return new IntervalPlot(
                ROW * Math.max(1, shown.size()) + 4,
                dark ? "#a7afbf" : "#565e6d",
                bound || shown.isEmpty() ? "" : axis.x(0),
                shown.isEmpty() ? "" : axis.x(margin),
                twoSided && !shown.isEmpty() ? axis.x(-margin) : "",
                rows);
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

    private static String colour(Verdict verdict, boolean dark) {
        return switch (verdict) {
            case SUPPORTED -> dark ? "#2fc79a" : "#007a5a";
            case REFUTED -> dark ? "#ff8b40" : "#b84a00";
            case INCONCLUSIVE, NOT_JUDGED -> dark ? "#a7afbf" : "#565e6d";
            case INVALID -> dark ? "#e6a3c9" : "#99437a";
        };
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private record Axis(double low, double high) {
        String x(double value) {
            double span = high > low ? high - low : 1;
            double start = high > low ? low : low - 0.5;
            return text(8 + (WIDTH - 16) * (value - start) / span);
        }
    }
}
