package dev.assay.experiments.variational;

import dev.assay.RandomStream;
import dev.assay.experiments.sampling.Normal;
import java.util.List;

/**
 * How far a bound stays below the evidence, on average over rows.
 *
 * @param evidence the mean log p(x), in nats
 * @param gap the mean log p(x) − bound, in nats
 * @param standardError that of the gap's estimate by sampling; 0 for a bound in closed form
 */
public record Gap(double evidence, double gap, double standardError) {

    /** The gap of the evidence lower bound, in closed form. */
    public static Gap exact(LinearGaussian model, double[][] x, List<Normal> fits) {
        double evidence = 0;
        double gap = 0;
        for (int n = 0; n < x.length; n++) {
            double each = model.logEvidence(x[n]);
            evidence += each / x.length;
            gap += (each - model.bound(x[n], fits.get(n))) / x.length;
        }
        return new Gap(evidence, gap, 0);
    }

    /**
     * The gap of the importance-weighted bound E log (1/K) Σ p(x, z_k) / q(z_k) (Burda, Grosse and Salakhutdinov 2016), by
     * sampling.
     *
     * @param samples K, at least 1; with 1 it is the evidence lower bound
     * @param repeats how many estimates are averaged for each row, at least 1
     */
    public static Gap sampled(
            LinearGaussian model, double[][] x, List<Normal> fits, int samples, int repeats, RandomStream random) {
        double evidence = 0;
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < x.length; n++) {
            double each = model.logEvidence(x[n]);
            double gap = 0;
            for (int repeat = 0; repeat < repeats; repeat++) {
                gap -= logMeanWeight(model, x[n], fits.get(n), each, samples, random) / repeats;
            }
            evidence += each / x.length;
            sum += gap;
            squares += gap * gap;
        }
        double mean = sum / x.length;
        double variance = (squares - x.length * mean * mean) / (x.length - 1);
        return new Gap(evidence, mean, Math.sqrt(variance / x.length));
    }

    /** log (1/K) Σ p(x, z) / (q(z) p(x)): the evidence is taken out before and not after, so that rounding stays small. */
    private static double logMeanWeight(
            LinearGaussian model, double[] x, Normal q, double evidence, int samples, RandomStream random) {
        double[] logs = new double[samples];
        double largest = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < samples; s++) {
            double[] noise = random.gaussians(model.latent());
            logs[s] = model.logJoint(x, q.at(noise)) - q.logDensityAt(noise) - evidence;
            largest = Math.max(largest, logs[s]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum / samples);
    }

    /** max(0, bound − evidence − 4 standard errors): above 0 the bound is none. */
    public double violation() {
        return Math.max(0, -gap - 4 * standardError);
    }

    /** The largest |log p(x) − ELBO − KL(q ‖ p(z | x))| among the rows, each term computed without the others. */
    public static double identityError(LinearGaussian model, double[][] x, List<Normal> fits) {
        double largest = 0;
        for (int n = 0; n < x.length; n++) {
            double left =
                    model.logEvidence(x[n]) - model.bound(x[n], fits.get(n)) - model.divergence(x[n], fits.get(n));
            largest = Math.max(largest, Math.abs(left));
        }
        return largest;
    }
}
