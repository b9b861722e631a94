package good;

import static dev.assay.Better.HIGHER;
import static dev.assay.Better.LOWER;
import static dev.assay.Better.NEITHER;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Over;
import dev.assay.Plot;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Plane;

/**
 * Variational inference fits a family; Markov chains <em>visit</em>.
 *
 * <p>Both see the same {@code logDensity}, up to a constant:
 *
 * <ul>
 *   <li>a chain costs gradients, see {@link Chains};
 *   <li>a fit costs a {@linkplain Fitted family} &lt; the truth.
 * </ul>
 *
 * @param target what is sampled
 */
@Experiment(
        question = 8,
        title = "MCMC against \"VI\" for $1",
        asks = "What does the speed of VI cost?",
        quickSeeds = 12,
        fullSeeds = 24)
@Claim(that = "hmc(leaps=20, step=0.10)", beats = "meanField", on = "sdError")
@Claim(that = "meanField", beats = "hmc(leaps=20, step=0.1)", on = "millis", times = 2, when = "length=256")
@Claim(that = "hmc(leaps=20, step=0.1)", beats = "metropolis", on = "essPerSecond", when = "target=GAUSSIAN", over = Over.MEAN)
@Claim(that = "fullRank", matches = "meanField", on = "sdError", within = 0.05, when = "target!=BANANA")
@Claim(that = "meanField", beats = "metropolis", on = "millis", by = -0.3, along = "length")
@Claim(that = "*", on = "sdError", atMost = 1.5)
@Claim(that = "*", on = "sdError", atLeast = 0)
@Plot(of = {"sdError", "millis"}, against = "target")
@Plot(of = "millis", against = "length", log = true)
public record McmcVsVi(
        Target target,
        @Levels({"256", "0512"}) int length,
        @Levels("4000000000") long budget,
        @Levels({"true"}) boolean warm,
        @Levels("t") String t) {

    enum Target {
        GAUSSIAN,
        BANANA
    }

    /** What every method gives. */
    sealed interface Posterior {
        double[][] draws();
    }

    record Fitted(double[][] draws) implements Posterior {}

    record Chains(double[][] draws) implements Posterior {}

    /** One independent normal for each coordinate. */
    @Variant(baseline = true)
    Fitted meanField(Trial trial) {
        return new Fitted(new double[length][1]);
    }

    /**
     * One normal with a full covariance.
     *
     * # not a section
     */
    @Variant
    Fitted fullRank(Trial trial) {
        return new Fitted(new double[length][2]);
    }

    @Variant
    Chains metropolis(Trial trial) {
        return new Chains(new double[length][target.ordinal()]);
    }

    /** Conditionals in closed form, which the banana has not. */
    @Variant(when = "target!=BANANA")
    Chains gibbs(Trial trial) {
        return new Chains(new double[length][4]);
    }

    /** Leapfrog along the gradient. */
    @Variant
    Chains hmc(Trial trial, @Levels({"5", "20"}) int leaps, @Levels({"0.10", "1e-3"}) double step) {
        return new Chains(new double[leaps][(int) (length * step)]);
    }

    @Variant(reference = true, ignores = {"target", "length", "warm"})
    Posterior exact(Trial trial) {
        return new Fitted(new double[0][0]);
    }

    /** How far the standard deviations are off. */
    @Metric(better = LOWER)
    static double sdError(Posterior posterior) {
        return 1.0 / (1 + posterior.draws().length);
    }

    @Metric(better = LOWER, unit = "ms", timing = true)
    static double millis(Object anything) {
        return 1;
    }

    @Metric(better = HIGHER, unit = "1/s", timing = true)
    static double essPerSecond(Chains chains) {
        return chains.draws().length;
    }

    @Metric(better = LOWER, never = 1000)
    static double stepsToMix(Chains chains) {
        return 10;
    }

    @Metric(better = NEITHER)
    static double draws(Posterior posterior) {
        return posterior.draws().length;
    }

    /** Where the draws lie. */
    @Figure("Draws over the true density")
    static Plane scatter(Posterior posterior) {
        return plane();
    }

    @Figure(value = "Traces", when = "length=256")
    static Plane traces(Chains chains) {
        return plane();
    }

    private static Plane plane() {
        return Plane.of("x", "y");
    }
}
