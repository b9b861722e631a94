package dev.assay.estimate;

/**
 * The size of a paired effect, in standard deviations of the differences.
 *
 * <p>Mean over standard deviation overstates the effect at small n; Hedges' factor J(n − 1) = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)),
 * ν = n − 1, takes that out for normal differences (Hedges, "Distribution theory for Glass's estimator of effect size", 1981).
 */
final class EffectSize {
    private EffectSize() {}

    /** The corrected size; NaN below three values, where no unbiased one exists, and for constant values. */
    static double paired(Moments differences) {
        return differences.n() < 3 || !(differences.sd() > 0)
                ? Double.NaN
                : correction(differences.n() - 1) * differences.mean() / differences.sd();
    }

    /** Hedges' factor for these degrees of freedom, at least 2. */
    static double correction(int degrees) {
        // Γ(ν/2) / Γ((ν − 1)/2) is 1/√π at ν = 2, and its product at ν and ν + 1 is (ν − 1)/2.
        double ratio = 1 / Math.sqrt(Math.PI);
        for (int nu = 2; nu < degrees; nu++) {
            ratio = (nu - 1) / 2.0 / ratio;
        }
        return ratio / Math.sqrt(degrees / 2.0);
    }
}
