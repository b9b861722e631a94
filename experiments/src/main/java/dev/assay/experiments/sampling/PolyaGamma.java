package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Draws from the Pólya–Gamma distribution PG(1, z), with which logistic regression becomes conditionally normal: Devroye's
 * exact rejection sampler, as Polson, Scott and Windle 2013 (§4) give it. Its mean is tanh(z/2) / (2z).
 */
final class PolyaGamma {
    /** Left of this an inverse normal bounds the density, right of it an exponential. */
    private static final double CUT = 0.64;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private PolyaGamma() {}

    /** One draw from PG(1, {@code tilt}). */
    static double draw(double tilt, RandomStream random) {
        double z = Math.abs(tilt) / 2;
        double rate = Math.PI * Math.PI / 8 + z * z / 2;
        double right = Math.PI / (2 * rate) * Math.exp(-rate * CUT);
        double left = 2 * Math.exp(-z) * inverseNormalBelowCut(z);
        while (true) {
            double x = random.nextDouble() < right / (right + left)
                    ? CUT + random.nextExponential() / rate
                    : inverseNormal(z, random);
            if (accepts(x, random)) {
                return x / 4;
            }
        }
    }

    /** Squeezes a uniform height between the partial sums of the density's alternating series. */
    private static boolean accepts(double x, RandomStream random) {
        double sum = coefficient(0, x);
        double height = random.nextDouble() * sum;
        for (int n = 1; ; n++) {
            if (n % 2 == 1) {
                sum -= coefficient(n, x);
                if (height <= sum) {
                    return true;
                }
            } else {
                sum += coefficient(n, x);
                if (height > sum) {
                    return false;
                }
            }
        }
    }

    private static double coefficient(int n, double x) {
        double k = n + 0.5;
        return x > CUT
                ? Math.PI * k * Math.exp(-k * k * Math.PI * Math.PI * x / 2)
                : Math.PI * k * Math.pow(2 / (Math.PI * x), 1.5) * Math.exp(-2 * k * k / x);
    }

    /** P(X ≤ cut) of an inverse normal X of mean 1/z and shape 1. */
    private static double inverseNormalBelowCut(double z) {
        double root = Math.sqrt(CUT);
        double reflected = NORMAL.cumulativeProbability(-(CUT * z + 1) / root);
        // For large z the first factor overflows while the second vanishes faster.
        double second = reflected == 0 ? 0 : Math.exp(2 * z + Math.log(reflected));
        return NORMAL.cumulativeProbability((CUT * z - 1) / root) + second;
    }

    /** An inverse normal of mean 1/z and shape 1, given that it is at most the cut. */
    private static double inverseNormal(double z, RandomStream random) {
        if (z < 1 / CUT) {
            while (true) {
                double e = random.nextExponential();
                if (e * e <= 2 * random.nextExponential() / CUT) {
                    double x = CUT / ((1 + CUT * e) * (1 + CUT * e));
                    if (random.nextDouble() <= Math.exp(-z * z * x / 2)) {
                        return x;
                    }
                }
            }
        }
        double mean = 1 / z;
        while (true) {
            double normal = random.nextGaussian();
            double y = normal * normal;
            double x = mean + mean * mean * y / 2 - mean / 2 * Math.sqrt(4 * mean * y + mean * mean * y * y);
            if (random.nextDouble() > mean / (mean + x)) {
                x = mean * mean / x;
            }
            if (x <= CUT) {
                return x;
            }
        }
    }
}
