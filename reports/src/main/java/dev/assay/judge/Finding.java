package dev.assay.judge;

import dev.assay.estimate.Contrast;
import dev.assay.estimate.Estimate;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Pairs;
import dev.assay.estimate.Scale;
import dev.assay.estimate.SignFlip;
import dev.assay.estimate.StudentT;
import dev.assay.plan.Comparison;
import dev.assay.plan.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A comparison measured and tested at a look, before the correction that the verdict waits for.
 *
 * @param comparison the cells that are compared
 * @param statement what is claimed of them
 * @param look when
 * @param pairs the values
 * @param contrast the oriented difference, or null where there is none
 * @param p the raw p-value, NaN where no test is made
 * @param smallest the smallest p-value that this test could have had, NaN where none is made
 * @param obstacle why it cannot be judged, or empty
 */
record Finding(
        Comparison comparison,
        Statement statement,
        Look look,
        Pairs pairs,
        @Nullable Contrast contrast,
        double p,
        double smallest,
        String obstacle) {

    /** The largest share of seeds that may lack a side. */
    static final double MISSING = 0.2;

    /** The error that an experiment's verdicts may make. */
    static final double ERROR = 1 - Estimate.LEVEL;

    static Finding of(Comparison comparison, Statement statement, Look look, Pairs pairs) {
        String obstacle = obstacle(statement, pairs);
        if (!obstacle.isEmpty()) {
            return untested(comparison, statement, look, pairs, null, obstacle);
        }
        if (statement instanceof Statement.Beats beats) {
            return tested(comparison, statement, look, pairs, pairs.difference(beats.by()));
        }
        if (statement instanceof Statement.BeatsTimes beats) {
            return tested(comparison, statement, look, pairs, pairs.ratio(beats.times()));
        }
        if (statement instanceof Statement.Matches matches) {
            return matches.within() == 0
                    ? untested(comparison, statement, look, pairs, pairs.plain(0), "")
                    : equivalence(comparison, matches, look, pairs);
        }
        return untested(comparison, statement, look, pairs, null, "");
    }

    private static Finding untested(
            Comparison comparison,
            Statement statement,
            Look look,
            Pairs pairs,
            @Nullable Contrast contrast,
            String obstacle) {
        return new Finding(comparison, statement, look, pairs, contrast, Double.NaN, Double.NaN, obstacle);
    }

    private static Finding tested(
            Comparison comparison, Statement statement, Look look, Pairs pairs, Contrast contrast) {
        double smallest = contrast.overlap() > 0 ? 0 : SignFlip.smallestP(pairs.size());
        return new Finding(comparison, statement, look, pairs, contrast, contrast.p(), smallest, "");
    }

    /**
     * Equivalence is tested by two one-sided tests (Schuirmann, "A comparison of the two one-sided tests procedure", 1987), of
     * which the larger p-value counts; it is at most .05 exactly if the 90 % interval lies within the margin. Where the mean
     * lies beyond the margin, the two-sided test about the margin that it passed may refute instead. Only one of the two can be
     * small, and that one is the comparison's.
     */
    private static Finding equivalence(Comparison comparison, Statement.Matches matches, Look look, Pairs pairs) {
        Contrast contrast = pairs.plain(0);
        double mean = contrast.moments().mean();
        if (Math.abs(mean) > matches.within()) {
            Contrast beyond = pairs.plain(Math.copySign(matches.within(), mean));
            double smallest = contrast.overlap() > 0 ? 0 : SignFlip.smallestP(pairs.size());
            return new Finding(comparison, matches, look, pairs, contrast, beyond.p(), smallest, "");
        }
        double p = Math.max(
                StudentT.pAbove(contrast.moments(), -matches.within(), contrast.overlap()),
                1 - StudentT.pAbove(contrast.moments(), matches.within(), contrast.overlap()));
        return new Finding(comparison, matches, look, pairs, contrast, p, 0, "");
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

    /** Whether it is seen at every seed, and not tested. */
    boolean isExact() {
        return contrast == null || (statement instanceof Statement.Matches matches && matches.within() == 0);
    }

    /** Whether an equivalence is what the data lean to, so that the 90 % interval may support it. */
    boolean isEquivalence() {
        return statement instanceof Statement.Matches matches
                && contrast != null
                && Math.abs(contrast.moments().mean()) <= matches.within();
    }

    /**
     * The interval that decides: of 95 % at a run's only look, of 90 % where an equivalence may be supported, and wider at a
     * look that may spend a part of the error only. Where a bound is on slopes it is the 95 % interval of their mean, which
     * decides nothing.
     */
    Interval test() {
        if (contrast != null) {
            return contrast.interval(confidence());
        }
        return pairs.slopes()
                ? StudentT.interval(pairs.thatMoments(), Estimate.LEVEL, pairs.overlap())
                : Interval.UNDEFINED;
    }

    /** The probability with which {@link #test} covers. */
    double confidence() {
        double share = contrast == null || look.share() == 0 ? 1 : look.share();
        return 1 - (isEquivalence() ? 2 : 1) * ERROR * share;
    }

    /** The p-value as it counts among those of all looks. */
    double spent() {
        return look.counted(p);
    }

    /** The smallest that {@link #spent} could have been. */
    double smallestSpent() {
        return look.counted(smallest);
    }

    /** The margin on the contrast's scale, or the bound. */
    double margin() {
        boolean ranked = contrast != null && contrast.scale() == Scale.RANK;
        if (statement instanceof Statement.Beats beats) {
            return ranked ? 0 : beats.by();
        }
        if (statement instanceof Statement.BeatsTimes beats) {
            return ranked ? 0 : Math.log(beats.times());
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
