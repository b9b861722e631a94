package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.function.DoubleUnaryOperator;

/**
 * Metropolis within Gibbs: one random-walk step on a coordinate whose conditional has no closed form. Its width is learnt in
 * the warm-up towards an acceptance of .44, the optimum in one dimension (Gelman, Roberts and Gilks 1996).
 */
final class CoordinateStep {
    private static final double ACCEPTANCE = 0.44;

    private double logWidth;
    private int learnt;

    CoordinateStep(double width) {
        logWidth = Math.log(width);
    }

    /** The coordinate's next value, given its conditional log density up to a constant. */
    double next(double x, DoubleUnaryOperator logDensity, RandomStream random, boolean learn) {
        double proposal = x + Math.exp(logWidth) * random.nextGaussian();
        double ratio = logDensity.applyAsDouble(proposal) - logDensity.applyAsDouble(x);
        boolean accepted = Math.log(random.nextDouble()) < ratio;
        if (learn) {
            logWidth += (Math.min(1, Math.exp(ratio)) - ACCEPTANCE) / Math.pow(++learnt, 0.6);
        }
        return accepted ? proposal : x;
    }
}
