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
 * @param look when it was judged: at the look that decided, or the last one
 * @param pairs how many seeds have both sides then
 * @param missing how many seeds lack one then
 * @param that the first side's values alone
 * @param other the other side's values alone; none for a bound
 * @param contrast the oriented paired difference, or null for a bound or where it cannot be taken
 * @param test the interval that decided; for a bound on slopes the 95 % interval of their mean; undefined for other exactness
 * @param confidence the probability with which that interval covers: .95, or .9 where an equivalence may be supported, and more
 *     at a look that may spend a part of the error only
 * @param margin the margin, ratio or bound claimed, on the contrast's scale
 * @param p the raw p-value of the test that the verdict rests on; NaN where none was made
 * @param corrected the same after the correction for several looks and Holm's within the experiment
 * @param falseDiscovery the same after the correction for several looks and Benjamini and Hochberg's across the suite, which
 *     decides nothing
 * @param attainable the smallest corrected p-value that this comparison could have had at these seeds, the others' being what
 *     they are: above .05, this many seeds cannot decide; NaN where no test was made
 * @param violations at how many seeds a claim of exactness does not hold
 * @param seedsNeeded how many seeds an inconclusive comparison would need; 0 where that cannot be told or is not asked
 */
public record Evidence(
        Comparison comparison,
        Verdict verdict,
        String because,
        Look look,
        int pairs,
        int missing,
        Moments that,
        Moments other,
        @Nullable Contrast contrast,
        Interval test,
        double confidence,
        double margin,
        double p,
        double corrected,
        double falseDiscovery,
        double attainable,
        int violations,
        int seedsNeeded) {

    /** The p-value that counts among all looks, before any correction for several tests. */
    double spent() {
        return look.counted(p);
    }

    /** Whether more seeds could still change the verdict. */
    boolean isOpen() {
        return Double.isNaN(p) || (verdict != Verdict.SUPPORTED && verdict != Verdict.REFUTED);
    }

    Evidence withFalseDiscovery(double value) {
        return new Evidence(
                comparison,
                verdict,
                because,
                look,
                pairs,
                missing,
                that,
                other,
                contrast,
                test,
                confidence,
                margin,
                p,
                corrected,
                value,
                attainable,
                violations,
                seedsNeeded);
    }
}
