package dev.assay.experiments.flows;

import dev.assay.RandomStream;

/**
 * The density that a flow gives to data: log p(x) = log N(f(x); 0, I) + log |det ∂f/∂x|.
 *
 * @param flow f, from data to the base
 * @param dimensions d
 */
public record FlowDensity(Bijection flow, int dimensions) {
    /** log p(x), in nats. */
    public double log(double[] x) {
        Image image = flow.forward(x);
        double squares = 0;
        for (double z : image.point()) {
            squares += z * z;
        }
        return image.logDet() - squares / 2 - dimensions * Math.log(2 * Math.PI) / 2;
    }

    /** The mean of −log p over rows. */
    public double nll(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum -= log(row);
        }
        return sum / rows.length;
    }

    /** Independent draws: the inverse images of standard normal ones. */
    public double[][] sample(int n, RandomStream random) {
        double[][] draws = new double[n][];
        for (int i = 0; i < n; i++) {
            draws[i] = flow.inverse(random.gaussians(dimensions));
        }
        return draws;
    }
}
