package good;

import static dev.assay.Better.HIGHER;
import static dev.assay.Better.LOWER;
import static dev.assay.Better.NEITHER;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Plot;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Chart;
import dev.assay.chart.Plane;

/**
 * An experiment of the size that most have: one factor, five variants of which one is a family, five metrics, four claims.
 *
 * <p>A batch's mean and variance are noisy estimates where the batch is small. <b>Group normalisation</b> takes them over the
 * channels of one example instead, and so does not care.
 */
@Experiment(title = "Normalisations", asks = "Which normalisation survives a batch of two?")
@Claim(that = "group(groups=4)", beats = "batch", on = "accuracy", when = "batchSize=2")
@Claim(that = "group(groups=4)", matches = "batch", on = "accuracy", within = 0.02, when = "batchSize=32")
@Claim(that = "layer", beats = "none", on = "loss")
@Claim(that = "*", on = "gradientNorm", atMost = 100)
@Plot(of = {"accuracy", "loss"}, against = "batchSize")
record Normalisations(@Levels({"2", "8", "32"}) int batchSize) {
    record Fitted(double accuracy, double loss, double norm, double millis) {}

    /** The mean and variance of the batch. */
    @Variant(baseline = true)
    Fitted batch(Trial t) {
        return fit(t, 0);
    }

    /** Of all channels of an example. */
    @Variant
    Fitted layer(Trial t) {
        return fit(t, 1);
    }

    /** Of each channel of an example. */
    @Variant
    Fitted instance(Trial t) {
        return fit(t, 2);
    }

    /** Of groups of an example's channels. */
    @Variant
    Fitted group(Trial t, @Levels({"2", "4", "8"}) int groups) {
        return fit(t, groups);
    }

    /** Nothing is normalised. */
    @Variant
    Fitted none(Trial t) {
        return fit(t, -1);
    }

    /** Share of test examples that are classified right. */
    @Metric(better = HIGHER)
    static double accuracy(Fitted fitted) {
        return fitted.accuracy();
    }

    /** Cross-entropy on the test part. */
    @Metric(better = LOWER, unit = "nats")
    static double loss(Fitted fitted) {
        return fitted.loss();
    }

    /** The largest norm of a gradient. */
    @Metric(better = NEITHER)
    static double gradientNorm(Fitted fitted) {
        return fitted.norm();
    }

    /** The time of a step. */
    @Metric(better = LOWER, unit = "ms", timing = true)
    static double millis(Fitted fitted) {
        return fitted.millis();
    }

    /** How far the accuracy is from chance. */
    @Metric(better = HIGHER)
    static double gain(Fitted fitted) {
        return fitted.accuracy() - 0.1;
    }

    /** Loss against accuracy. */
    @Figure("Loss and accuracy")
    static Chart curve(Fitted fitted) {
        return Plane.of("loss", "accuracy")
                .points("test", new double[] {fitted.loss()}, new double[] {fitted.accuracy()});
    }

    private Fitted fit(Trial t, int groups) {
        double noise = t.random("noise").nextGaussian() / batchSize;
        return new Fitted(0.8 + noise, 0.5 - noise, 1 + groups, batchSize);
    }
}
