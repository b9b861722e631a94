package dev.assay.experiments.training;

import static dev.assay.Better.HIGHER;
import static dev.assay.Better.LOWER;
import static dev.assay.train.Optimizer.adam;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Plot;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Chart;
import dev.assay.experiments.data.FashionMnist;
import dev.assay.experiments.data.ImageSplit;
import dev.assay.experiments.data.Images;
import dev.assay.train.Data;
import dev.assay.train.Fitted;
import dev.assay.train.Loss;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Predictions;
import dev.assay.train.Training;

/**
 * Cross-entropy against a one-hot target is never satisfied: it falls as long as the true class's logit can grow further
 * from the rest, and on training images that the net already gets right, growing is all that is left to do. So a net
 * trained to convergence grows surer than it is right.
 *
 * <p>Label smoothing asks for a little less. The target of the true class becomes 1 − ε, and the others share ε. Now the
 * loss has a finite minimum, at a logit gap of log((1 − ε)(K − 1) / ε) between the true class and each other: for ten
 * classes and ε = 0.1 that is 4.4. Beyond this gap the gradient turns round and pulls the net back.
 *
 * <p>What to expect: the expected calibration error and the likelihood of the true labels improve on a small training set,
 * where over-confidence is worst, while accuracy hardly moves. When it fails: with a large ε, or with a net that was not
 * over-confident to begin with, the net becomes less sure than it is right, and calibration gets worse; and a smoothed
 * net's logits have lost what a student could have learned from them (Müller, Kornblith and Hinton, 2019).
 *
 * <p>Source: Szegedy and others, "Rethinking the Inception architecture for computer vision", 2016, section 7; calibration
 * error as in Guo and others, "On calibration of modern neural networks", 2017.
 *
 * <p>Deviations: (1) a small net on 1,000 images halved to 14×14 pixels instead of Inception on ImageNet; what is tested is the mechanism, not the
 * size of the gain. (2) Szegedy and others spread ε over all K classes, the true one included; the guide's question spreads
 * it over the other K − 1. The family follows the question, and one variant the paper. (3) Trained for a fixed number of
 * epochs, at which training accuracy has long reached its ceiling, without early stopping: stopping early is a calibration
 * method of its own.
 *
 * <p>Tuning: all targets have the same learning rate, which was best for each on validation pictures; the grid stands in the source.
 */
@Experiment(
        question = 14,
        title = "Label smoothing",
        asks = "Does softening the targets make a classifier honest, and what does it cost in accuracy?")
@Claim(that = "smoothed(epsilon=0.1)", beats = "oneHot", on = "ece")
@Claim(that = "smoothed(epsilon=0.1)", matches = "oneHot", on = "accuracy", within = 0.02)
@Plot(
        of = {"ece", "nll", "accuracy"},
        against = "smoothed.epsilon")
public record LabelSmoothing() {
    static final int TRAIN_PER_CLASS = 100;
    private static final int CLASSES = 10;

    /** The true class has all of it. */
    @Variant(baseline = true)
    Predictions oneHot(Trial trial) {
        return train(trial, 1, 0);
    }

    /** The true class has 1 − ε, each other ε / (K − 1), as the guide writes it. */
    @Variant
    Predictions smoothed(Trial trial, @Levels({"0.05", "0.1", "0.2"}) double epsilon) {
        return train(trial, 1 - epsilon, epsilon / (CLASSES - 1));
    }

    /** The one-hot target mixed with the uniform one, so that the true class has 1 − ε + ε / K, as the paper writes it. */
    @Variant
    Predictions mixedWithUniform(Trial trial, @Levels("0.1") double epsilon) {
        return train(trial, 1 - epsilon + epsilon / CLASSES, epsilon / CLASSES);
    }

    /** Expected calibration error: the gap between confidence and accuracy, over 15 bins of equal width. */
    @Metric(better = LOWER)
    static double ece(Predictions test) {
        return test.ece(15);
    }

    /** Mean negative log-likelihood of the true labels, which are never smoothed here. */
    @Metric(better = LOWER, unit = "nats")
    static double nll(Predictions test) {
        return test.nll();
    }

    /** Share of test images whose most probable class is the true one. */
    @Metric(better = HIGHER)
    static double accuracy(Predictions test) {
        return test.accuracy();
    }

    /** Bars on the diagonal are honest; below it, the net is surer than it is right. */
    @Figure("Reliability")
    static Chart reliability(Predictions test) {
        return test.reliability();
    }

    /*
     * One learning rate is the best for all of 3e-4 to 3e-2 by accuracy on 500 validation pictures, mean of 4 tuning seeds that are
     * never judged, quick effort, PyTorch (TuningOfTraining). Differences of .005 are noise.
     *
     *                            3e-4   1e-3   3e-3   1e-2   3e-2
     * one-hot                   .7750  .8060  .8075  .8100  .8100
     * smoothed, ε = .05         .7795  .8045  .8075  .8160  .8125
     * smoothed, ε = .1          .7800  .8030  .8140  .8200  .8090
     * smoothed, ε = .2          .7845  .8125  .8150  .8155  .8010
     * mixed with uniform, .1    .7800  .8045  .8075  .8170  .8045
     */
    private static final double RATE = 1e-2;

    private static Predictions train(Trial trial, double onTrue, double onOthers) {
        ImageSplit fashion = FashionMnist.split(trial.random("split"), TRAIN_PER_CLASS, 0);
        return fit(trial, fashion.train(), onTrue, onOthers, RATE).predict(pictures(trial, fashion.test()));
    }

    /** One training, at a learning rate that tuning may vary. */
    static Fitted fit(Trial trial, Images train, double onTrue, double onOthers, double rate) {
        Net net = Net.of(trial, "mlp", Nets.mlp(128, CLASSES), Images.HALVED_PIXELS);
        return Training.of(trial, net)
                .on(pictures(trial, train))
                .batch(100)
                .epochs(trial.effort(100))
                .loss((logits, oneHot) -> Loss.crossEntropy()
                        .perExample(logits, oneHot.mul(onTrue - onOthers).add(onOthers)))
                .optimizer(adam(rate))
                .fit();
    }

    static Data pictures(Trial trial, Images images) {
        return Data.of(trial, images.halvedPixels(), images.labels(), CLASSES, Images.HALVED_PIXELS);
    }
}
