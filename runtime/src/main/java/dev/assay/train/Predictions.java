package dev.assay.train;

import dev.assay.chart.Plane;

/**
 * What a classifier says of rows whose class is known: log-probabilities and labels as plain numbers, without native memory.
 */
public final class Predictions {
    private static final int SHOWN_BINS = 15;

    private final double[][] logProbabilities;
    private final int[] labels;

    private Predictions(double[][] logProbabilities, int[] labels) {
        this.logProbabilities = logProbabilities;
        this.labels = labels;
    }

    /**
     * Predictions from scores whose softmax is the probability.
     *
     * @param logits a row of one score a class for each example
     * @param labels each example's class
     */
    public static Predictions ofLogits(float[][] logits, int[] labels) {
        double[][] scores = new double[logits.length][];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = new double[logits[i].length];
            for (int k = 0; k < logits[i].length; k++) {
                scores[i][k] = logits[i][k];
            }
        }
        return normalised(scores, labels);
    }

    /**
     * Predictions from probabilities; a row that does not sum to 1 is divided by its sum.
     *
     * @param probabilities a row of one number from 0 a class for each example
     * @param labels each example's class
     */
    public static Predictions ofProbabilities(double[][] probabilities, int[] labels) {
        double[][] scores = new double[probabilities.length][];
        for (int i = 0; i < probabilities.length; i++) {
            scores[i] = new double[probabilities[i].length];
            for (int k = 0; k < scores[i].length; k++) {
                if (!(probabilities[i][k] >= 0)) {
                    throw new IllegalArgumentException("row " + i + " gives class " + k + " the probability "
                            + probabilities[i][k] + "; it is a number from 0");
                }
                scores[i][k] = Math.log(probabilities[i][k]);
            }
        }
        return normalised(scores, labels);
    }

    private static Predictions normalised(double[][] scores, int[] labels) {
        if (scores.length == 0 || scores.length != labels.length) {
            throw new IllegalArgumentException(
                    scores.length + " rows of scores need as many labels and at least one, not " + labels.length);
        }
        int classes = scores[0].length;
        double[][] logs = new double[scores.length][classes];
        for (int i = 0; i < scores.length; i++) {
            if (scores[i].length != classes || labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("row " + i + " has " + scores[i].length + " scores and the label "
                        + labels[i] + "; row 0 has " + classes + " scores");
            }
            double max = Double.NEGATIVE_INFINITY;
            for (double score : scores[i]) {
                max = Math.max(max, score);
            }
            double sum = 0;
            for (double score : scores[i]) {
                sum += Math.exp(score - max);
            }
            for (int k = 0; k < classes; k++) {
                logs[i][k] = scores[i][k] - max - Math.log(sum);
            }
        }
        return new Predictions(logs, labels.clone());
    }

    /** How many examples there are. */
    public int size() {
        return labels.length;
    }

    /** How many classes there are. */
    public int classes() {
        return logProbabilities[0].length;
    }

    /** An example's class. */
    public int label(int row) {
        return labels[row];
    }

    /** The class that an example is given the largest probability of; the first of equals. */
    public int predicted(int row) {
        int best = 0;
        for (int k = 1; k < classes(); k++) {
            if (logProbabilities[row][k] > logProbabilities[row][best]) {
                best = k;
            }
        }
        return best;
    }

    /** The probability that an example is given of a class. */
    public double probability(int row, int k) {
        return Math.exp(logProbabilities[row][k]);
    }

    /** The logarithm of {@link #probability}. */
    public double logProbability(int row, int k) {
        return logProbabilities[row][k];
    }

    /** The share of examples whose predicted class is theirs, from 0 to 1. */
    public double accuracy() {
        int hits = 0;
        for (int i = 0; i < size(); i++) {
            if (predicted(i) == labels[i]) {
                hits++;
            }
        }
        return (double) hits / size();
    }

    /** The mean negative log-probability of the labels, in nats; infinite if a label was given the probability 0. */
    public double nll() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum -= logProbabilities[i][labels[i]];
        }
        return sum / size();
    }

    /** The mean squared distance of the probabilities from the one-hot label, from 0 to 2 (Brier 1950). */
    public double brier() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            for (int k = 0; k < classes(); k++) {
                double gap = probability(i, k) - (k == labels[i] ? 1 : 0);
                sum += gap * gap;
            }
        }
        return sum / size();
    }

    /**
     * The expected calibration error: the gap between accuracy and mean confidence in bins of equal width of the largest
     * probability, weighed by the bins' counts, from 0 to 1 (Guo et al. 2017, with 15 bins).
     */
    public double ece(int bins) {
        double sum = 0;
        for (ConfidenceBin bin : ConfidenceBin.of(this, bins)) {
            sum += Math.abs(bin.hits() - bin.confidence());
        }
        return sum / size();
    }

    /**
     * The same predictions with the logits divided by a temperature (Guo et al. 2017).
     *
     * @param temperature above 0
     */
    public Predictions scaled(double temperature) {
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("a temperature is a number above 0, not " + temperature);
        }
        double[][] scores = new double[size()][classes()];
        for (int i = 0; i < size(); i++) {
            for (int k = 0; k < classes(); k++) {
                scores[i][k] = logProbabilities[i][k] / temperature;
            }
        }
        return normalised(scores, labels);
    }

    /** Accuracy against confidence in 15 bins, with the diagonal of perfect calibration and each bin's share of examples. */
    public Plane reliability() {
        return ConfidenceBin.chart(ConfidenceBin.of(this, SHOWN_BINS), size());
    }
}
