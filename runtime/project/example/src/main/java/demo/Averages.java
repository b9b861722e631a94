package demo;

import static dev.assay.Better.LOWER;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.Variant;
import java.util.Arrays;

/**
 * The mean is the best estimate of a centre that there is, until a few values are wild; the median then hardly moves.
 */
@Experiment(title = "Mean against median", asks = "When is the median worth it?")
@Claim(that = "mean", beats = "median", on = "error", when = "wild=0")
@Claim(that = "median", beats = "mean", on = "error", when = "wild=0.1")
@Claim(that = "trimmed(share=0.2)", matches = "median", on = "error", within = 0.02)
record Averages(@Levels({"0", "0.1"}) double wild) {
    /** How far 200 estimates were off the centre, which is 0. */
    record Estimates(double[] values) {}

    /** The sum over the number. */
    @Variant(baseline = true)
    Estimates mean(Trial t) {
        return estimates(t, 0);
    }

    /** The middle one. */
    @Variant
    Estimates median(Trial t) {
        return estimates(t, 0.5);
    }

    /** The mean of what is left without the lowest and the highest. */
    @Variant
    Estimates trimmed(Trial t, @Levels({"0.05", "0.2"}) double share) {
        return estimates(t, share);
    }

    /** The root of the mean squared error. */
    @Metric(better = LOWER)
    static double error(Estimates estimates) {
        return Math.sqrt(Arrays.stream(estimates.values()).map(e -> e * e).average().orElseThrow());
    }

    /** Estimates from samples of 25, of which a share is ten times as wide; the ends are left out of each. */
    private Estimates estimates(Trial t, double ends) {
        RandomStream random = t.random("samples");
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            double[] sample = new double[25];
            for (int j = 0; j < sample.length; j++) {
                sample[j] = random.nextGaussian() * (random.nextDouble() < wild ? 10 : 1);
            }
            Arrays.sort(sample);
            int cut = Math.min((int) (ends * sample.length), (sample.length - 1) / 2);
            values[i] = Arrays.stream(sample, cut, sample.length - cut).average().orElseThrow();
        }
        return new Estimates(values);
    }
}
