package dev.assay.judge;

import static dev.assay.judge.Phrases.number;
import static dev.assay.judge.Phrases.p;
import static dev.assay.judge.Phrases.signed;

import dev.assay.Better;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Scale;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Statement;

/** Says in one sentence why a comparison came out as it did. */
final class Reasons {
    private Reasons() {}

    /**
     * The reason.
     *
     * @param corrected the corrected p-value
     * @param attainable the smallest that it could have been
     * @param needed how many seeds it would take, or 0
     * @param most how many seeds a run until its claims are decided will have at most, or 0
     */
    static String of(Finding finding, Verdict verdict, double corrected, double attainable, int needed, int most) {
        if (verdict == Verdict.NOT_JUDGED) {
            return "a smoke run proves that the code runs and judges nothing";
        }
        if (!finding.obstacle().isEmpty()) {
            return finding.obstacle();
        }
        Contrast contrast = finding.contrast();
        if (contrast == null || finding.isExact()) {
            return exactness(finding);
        }
        String level = number(Math.round(1000 * finding.confidence()) / 10.0) + " %";
        StringBuilder text = new StringBuilder(difference(finding, contrast, finding.test(), level))
                .append(", ")
                .append(finding.pairs().size())
                .append(finding.look().seeds() < most ? " of up to " + most : "")
                .append(" seeds, corrected p ")
                .append(corrected < 0.0001 ? "" : "= ")
                .append(p(corrected))
                .append(contrast.overlap() > 0 ? ", variance of Nadeau and Bengio for splits of one table" : "")
                .append(")");
        if (verdict == Verdict.INCONCLUSIVE) {
            if (attainable > Judge.LEVEL) {
                text.append("; ")
                        .append(finding.pairs().size())
                        .append(" seeds cannot decide this: were all in favour, the corrected p would be ")
                        .append(p(attainable));
            }
            text.append(
                    needed > 0
                            ? "; at this effect it would take about " + needed + " seeds"
                            : "; how many seeds would tell cannot be told");
        }
        return text.toString();
    }

    private static String difference(Finding finding, Contrast contrast, Interval interval, String level) {
        MetricPlan metric = finding.pairs().metric();
        String unit = metric.unit().isEmpty() || contrast.scale() == Scale.SLOPE ? "" : " " + metric.unit();
        String sides = number(finding.pairs().otherMoments().mean()) + unit + " → "
                + number(finding.pairs().thatMoments().mean()) + unit;
        double mean = contrast.moments().mean();
        boolean lower = metric.better() == Better.LOWER;
        return switch (contrast.scale()) {
            case LOG -> {
                // Oriented differences of logarithms become ratios "times better".
                yield sides + " (" + number(Math.exp(mean)) + " times better, " + level + " interval "
                        + number(Math.exp(interval.low())) + "…" + number(Math.exp(interval.high()));
            }
            case RANK ->
                "median " + number(finding.pairs().otherMoments().median()) + unit + " → "
                        + number(finding.pairs().thatMoments().median()) + unit + " (compared by rank, mean "
                        + signed(mean) + " ranks in favour, " + level + " interval " + signed(interval.low()) + "…"
                        + signed(interval.high());
            case VALUE, SLOPE -> {
                Interval shown = lower ? interval.negated() : interval;
                yield (contrast.scale() == Scale.SLOPE ? "slope " : "") + sides + " (" + signed(lower ? -mean : mean)
                        + ", " + level + " interval " + signed(shown.low()) + "…" + signed(shown.high());
            }
        };
    }

    private static String exactness(Finding finding) {
        int n = finding.pairs().size();
        int violations = finding.violations();
        String unit = finding.pairs().metric().unit();
        String suffix = unit.isEmpty() ? "" : " " + unit;
        String extreme = "";
        if (finding.statement() instanceof Statement.AtMost) {
            extreme = "; the largest value is "
                    + number(finding.pairs().that().stream()
                            .mapToDouble(v -> v)
                            .max()
                            .orElse(Double.NaN)) + suffix;
        } else if (finding.statement() instanceof Statement.AtLeast) {
            extreme = "; the smallest value is "
                    + number(finding.pairs().that().stream()
                            .mapToDouble(v -> v)
                            .min()
                            .orElse(Double.NaN)) + suffix;
        }
        if (finding.pairs().slopes()) {
            extreme += "; the mean slope is "
                    + number(finding.pairs().thatMoments().mean()) + " (95 % interval "
                    + signed(finding.test().low()) + "…" + signed(finding.test().high()) + ")";
        }
        return violations == 0
                ? "holds at every one of " + n + " seeds" + extreme
                : "does not hold at " + violations + " of " + n + " seeds" + extreme;
    }
}
