package dev.assay.experiments.calibration

import dev.assay.Better.HIGHER
import dev.assay.Better.LOWER
import dev.assay.Better.NEITHER
import dev.assay.Claim
import dev.assay.Experiment
import dev.assay.Figure
import dev.assay.Levels
import dev.assay.Metric
import dev.assay.Trial
import dev.assay.Variant
import dev.assay.chart.Chart
import dev.assay.experiments.data.FashionMnist
import dev.assay.experiments.data.Images
import dev.assay.train.Data
import dev.assay.train.Net
import dev.assay.train.Nets
import dev.assay.train.Optimizer
import dev.assay.train.Predictions
import dev.assay.train.Training

/**
 * Of the days on which a calibrated forecaster says 80 %, it rains on 80 %. A net trained to convergence is no such
 * forecaster: once it gets its training pictures right, all that is left to learn is to say so louder, and on new
 * pictures it is surer than it is right. What it knows need not be learned again, though. Its probabilities can be
 * mended afterwards, on a few pictures that it never saw, by a function of the probabilities alone.
 *
 * The functions differ in how much they may bend. **Temperature scaling** has one number: all logits are divided by it,
 * so that no prediction changes and only the sureness does. **Platt scaling** draws a sigmoid through each class's
 * log-odds against the rest, two numbers a class. **Isotonic regression** asks only that more stays more, and
 * **histogram binning** not even that: it says of each interval what came of it before.
 *
 * What to expect: a net that is too sure everywhere needs one number, and temperature scaling finds it from little
 * data, without touching accuracy. The freer methods can mend what one number cannot, and pay for it: with 100
 * calibration pictures a class they fit noise too, they move accuracy, and where they say "never" a single surprise
 * costs them dearly in likelihood. When it fails: all of this is promised for pictures like those of the calibration
 * part, and for the average over them; on shifted data, or on one class alone, a calibrated net may be as wrong as
 * before.
 *
 * Source: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017; Platt, "Probabilistic
 * outputs for support vector machines", 1999; Zadrozny and Elkan, "Transforming classifier scores into accurate
 * multiclass probability estimates", 2002.
 *
 * Deviations: (1) a small net on 1,000 pictures of clothing instead of a deep one on 50,000; the over-confidence is of
 * the same kind. (2) Platt scaling goes class by class, as the other two do, instead of the matrix that Guo and others
 * fit at once. (3) Isotonic regression is straight between its steps, as in scikit-learn, and no probability falls
 * below 10⁻⁶.
 *
 * Tuning: the net is the one of `label-smoothing`'s one-hot baseline with its frozen learning rate. The methods have
 * nothing to tune: 15 bins are those of the calibration error.
 */
@Experiment(
    id = "calibration",
    question = 39,
    title = "Calibration",
    asks = "Can a trained net be made honest without training it again?",
)
@Claim(that = "temperature", beats = "uncalibrated", on = "ece")
@Claim(that = "temperature", beats = "uncalibrated", on = "nll")
@Claim(that = "temperature", matches = "uncalibrated", on = "accuracyChange", within = 0.0)
object CalibrationMethods {
    private const val CLASSES = 10
    private const val TRAIN_PER_CLASS = 100
    private const val CALIBRATION_PER_CLASS = 100
    private const val EPOCHS = 200
    private const val RATE = 3e-3

    /** What all variants share: what one net says of pictures that it was not trained on. */
    private class Said(val calibration: Predictions, val test: Predictions)

    /** What the net said of the test pictures, and what is said after calibration. */
    class Calibrated(val before: Predictions, val after: Predictions)

    /** What the net says. */
    @Variant(baseline = true)
    fun uncalibrated(trial: Trial): Calibrated = said(trial).let { Calibrated(it.test, it.test) }

    /** All logits divided by the number that makes the calibration labels likeliest. */
    @Variant
    fun temperature(trial: Trial): Calibrated =
        said(trial).let { Calibrated(it.test, it.test.scaled(TemperatureScaling.fit(it.calibration))) }

    /** A sigmoid of each class's log-odds against the rest. */
    @Variant
    fun platt(trial: Trial): Calibrated =
        each(trial, OneVsRest.logOdds) { scores, hits -> PlattScaling.fit(scores, hits)::at }

    /** A non-decreasing function of each class's log-odds against the rest. */
    @Variant
    fun isotonic(trial: Trial): Calibrated =
        each(trial, OneVsRest.logOdds) { scores, hits -> IsotonicRegression.fit(scores, hits)::at }

    /** The share of hits in each of several intervals of a class's probability. */
    @Variant
    fun histogram(trial: Trial, @Levels("15") bins: Int): Calibrated =
        each(trial, OneVsRest.probabilities) { scores, hits -> HistogramBinning.fit(scores, hits, bins)::at }

    /** Expected calibration error: the gap between confidence and accuracy, over 15 bins of equal width. */
    @Metric(better = LOWER) fun ece(outcome: Calibrated): Double = outcome.after.ece(15)

    /** Squared distance of the probabilities from the one-hot label, summed over the classes. */
    @Metric(better = LOWER) fun brier(outcome: Calibrated): Double = outcome.after.brier()

    /** Mean negative log-likelihood of the true labels. */
    @Metric(better = LOWER, unit = "nats") fun nll(outcome: Calibrated): Double = outcome.after.nll()

    /** Share of test pictures whose most probable class is the true one. */
    @Metric(better = HIGHER) fun accuracy(outcome: Calibrated): Double = outcome.after.accuracy()

    /** What calibration added to the accuracy of the net's own predictions. */
    @Metric(better = NEITHER)
    fun accuracyChange(outcome: Calibrated): Double = outcome.after.accuracy() - outcome.before.accuracy()

    /** Bars on the diagonal are honest; below it, the net is surer than it is right. */
    @Figure("Reliability") fun reliability(outcome: Calibrated): Chart = outcome.after.reliability()

    private fun each(
        trial: Trial,
        scores: OneVsRest,
        fit: (DoubleArray, BooleanArray) -> (Double) -> Double,
    ): Calibrated = said(trial).let { Calibrated(it.test, scores.calibrate(it.calibration, it.test, fit)) }

    private fun said(trial: Trial): Said =
        trial.shared("net") { t ->
            val fashion = FashionMnist.split(t.random("split"), TRAIN_PER_CLASS, CALIBRATION_PER_CLASS)
            val fitted =
                Training.of(t, Net.of(t, "mlp", Nets.mlp(128, CLASSES), Images.PIXELS.toLong()))
                    .on(pictures(t, fashion.train()))
                    .batch(64)
                    .epochs(t.effort(EPOCHS))
                    .optimizer(Optimizer.adam(RATE))
                    .fit()
            Said(fitted.predict(pictures(t, fashion.validation())), fitted.predict(pictures(t, fashion.test())))
        }

    private fun pictures(trial: Trial, images: Images): Data =
        Data.of(trial, images.pixels(), images.labels(), CLASSES, Images.PIXELS.toLong())
}
