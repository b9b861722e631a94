package dev.assay.judge;

import dev.assay.estimate.Contrast;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Moments;
import dev.assay.plan.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the verdict on one comparison of a claim.
 *
 * @param comparison the cells that are compared
 * @param verdict the verdict on this comparison
 * @param because one sentence that gives the reason, with numbers
 * @param pairs how many seeds have both sides
 * @param missing how many seeds lack one
 * @param that the first side's values alone
 * @param other the other side's values alone; none for a bound
 * @param contrast the oriented paired difference, or null for a bound or where it cannot be taken
 * @param test the interval that decided: 95 % for beats, 90 % for matches within a margin; undefined for exactness
 * @param margin the margin, ratio or bound claimed, on the contrast's scale
 * @param p the raw p-value of the test that the verdict rests on; NaN where none was made
 * @param corrected the same after Holm's correction within the experiment
 * @param violations at how many seeds a claim of exactness does not hold
 * @param seedsNeeded how many seeds an inconclusive comparison would need; 0 where that cannot be told or is not asked
 */
public record Evidence(
        Comparison comparison,
        Verdict verdict,
        String because,
        int pairs,
        int missing,
        Moments that,
        Moments other,
        @Nullable Contrast contrast,
        Interval test,
        double margin,
        double p,
        double corrected,
        int violations,
        int seedsNeeded) {}
