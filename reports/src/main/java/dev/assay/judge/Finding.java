package dev.assay.judge;

import dev.assay.estimate.Contrast;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Moments;
import dev.assay.estimate.Pairs;
import dev.assay.estimate.StudentT;
import dev.assay.plan.Comparison;
import dev.assay.plan.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A comparison measured and tested, before the correction that the verdict waits for.
 *
 * @param comparison the cells that are compared
 * @param statement what is claimed of them
 * @param pairs the values
 * @param contrast the oriented difference, or null where there is none
 * @param p the raw p-value, NaN where no test is made
 * @param obstacle why it cannot be judged, or empty
 */
record Finding(
        Comparison comparison,
        Statement statement,
        Pairs pairs,
        @Nullable Contrast contrast,
        double p,
        String obstacle) {

    /** The largest share of seeds that may lack a side. */
    static final double MISSING = 0.2;

    static Finding of(Comparison comparison, Statement statement, Pairs pairs) {
        String obstacle = obstacle(statement, pairs);
        if (!obstacle.isEmpty()) {
            return new Finding(comparison, statement, pairs, null, Double.NaN, obstacle);
        }
        if (statement instanceof Statement.Beats beats) {
            Contrast contrast = pairs.difference(beats.by());
            return new Finding(comparison, statement, pairs, contrast, contrast.p(), "");
        }
        if (statement instanceof Statement.BeatsTimes beats) {
            Contrast contrast = pairs.ratio(beats.times());
            return new Finding(comparison, statement, pairs, contrast, contrast.p(), "");
        }
        if (statement instanceof Statement.Matches matches) {
            Contrast contrast = pairs.plain();
            double p = matches.within() == 0 ? Double.NaN : equivalence(contrast.moments(), matches.within());
            return new Finding(comparison, statement, pairs, contrast, p, "");
        }
        return new Finding(comparison, statement, pairs, null, Double.NaN, "");
    }

    /**
     * The p-value of two one-sided tests (Schuirmann, "A comparison of the two one-sided tests procedure", 1987): the larger
     * of theirs. It is at most .05 exactly if the 90 % interval lies within the margin.
     */
    private static double equivalence(Moments differences, double within) {
        return Math.max(StudentT.pAbove(differences, -within), 1 - StudentT.pAbove(differences, within));
    }

    private static String obstacle(Statement statement, Pairs pairs) {
        String what = statement instanceof Statement.Relative ? "pairs" : "values";
        if (pairs.size() < 2) {
            return pairs.size() + " of " + pairs.planned() + " seeds have finite " + what
                    + "; a verdict needs at least 2";
        }
        if (pairs.missing() > MISSING * pairs.planned()) {
            return pairs.missing() + " of " + pairs.planned() + " seeds lack a finite value; a verdict allows "
                    + Math.round(100 * MISSING) + " % missing";
        }
        if (statement instanceof Statement.BeatsTimes && !pairs.isPositive()) {
            return "a ratio needs positive values, but the smallest is "
                    + Phrases.number(Math.min(
                            pairs.thatMoments().min(), pairs.otherMoments().min()));
        }
        return "";
    }

    /** The 90 % interval of an equivalence test, the 95 % interval of any other. */
    Interval test() {
        if (contrast == null) {
            return Interval.UNDEFINED;
        }
        return statement instanceof Statement.Matches
                ? StudentT.interval(contrast.moments(), 0.9)
                : contrast.interval();
    }

    /** The margin on the contrast's scale, or the bound. */
    double margin() {
        if (statement instanceof Statement.Beats beats) {
            return contrast != null && contrast.scale() == dev.assay.estimate.Scale.RANK ? 0 : beats.by();
        }
        if (statement instanceof Statement.BeatsTimes beats) {
            return contrast != null && contrast.scale() == dev.assay.estimate.Scale.RANK ? 0 : Math.log(beats.times());
        }
        if (statement instanceof Statement.Matches matches) {
            return matches.within();
        }
        return statement instanceof Statement.AtMost most ? most.bound() : ((Statement.AtLeast) statement).bound();
    }

    /** At how many seeds a claim of exactness does not hold. */
    int violations() {
        int violations = 0;
        for (int i = 0; i < pairs.size(); i++) {
            double value = pairs.that().get(i);
            boolean holds = true;
            if (statement instanceof Statement.AtMost most) {
                holds = value <= most.bound();
            } else if (statement instanceof Statement.AtLeast least) {
                holds = value >= least.bound();
            } else if (statement instanceof Statement.Matches matches && matches.within() == 0) {
                holds = value == pairs.other().get(i);
            }
            violations += holds ? 0 : 1;
        }
        return violations;
    }
}
