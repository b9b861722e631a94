package dev.assay.train;

import dev.assay.chart.Plane;

/**
 * The examples whose largest probability lies in one interval.
 *
 * @param centre the middle of the interval
 * @param count how many examples there are
 * @param hits how many of them are predicted right
 * @param confidence the sum of their largest probabilities
 */
record ConfidenceBin(double centre, int count, int hits, double confidence) {

    /** Bins of equal width over (0, 1], each open below and closed above. */
    static ConfidenceBin[] of(Predictions predictions, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("calibration needs at least 1 bin, not " + bins);
        }
        int[] counts = new int[bins];
        int[] hits = new int[bins];
        double[] confidences = new double[bins];
        for (int i = 0; i < predictions.size(); i++) {
            int predicted = predictions.predicted(i);
            double confidence = predictions.probability(i, predicted);
            int bin = Math.min(bins - 1, Math.max(0, (int) Math.ceil(confidence * bins) - 1));
            counts[bin]++;
            confidences[bin] += confidence;
            if (predicted == predictions.label(i)) {
                hits[bin]++;
            }
        }
        ConfidenceBin[] all = new ConfidenceBin[bins];
        for (int b = 0; b < bins; b++) {
            all[b] = new ConfidenceBin((b + 0.5) / bins, counts[b], hits[b], confidences[b]);
        }
        return all;
    }

    static Plane chart(ConfidenceBin[] bins, int examples) {
        double[] centres = new double[bins.length];
        double[] accuracies = new double[bins.length];
        double[] shares = new double[bins.length];
        for (int b = 0; b < bins.length; b++) {
            centres[b] = bins[b].centre();
            accuracies[b] = bins[b].count() == 0 ? 0 : (double) bins[b].hits() / bins[b].count();
            shares[b] = (double) bins[b].count() / examples;
        }
        return Plane.of("confidence", "accuracy")
                .bars("accuracy", centres, accuracies, 1.0 / bins.length)
                .line("calibrated", new double[] {0, 1}, new double[] {0, 1})
                .points("share of examples", centres, shares);
    }
}
