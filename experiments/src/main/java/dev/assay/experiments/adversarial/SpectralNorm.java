package dev.assay.experiments.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Params;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Divides each matrix of a critic by its largest singular value (Miyato et al. 2018), which steps of power iteration at each
 * update keep track of. The singular vectors are constants, the singular value uᵀWv is differentiated.
 */
final class SpectralNorm {
    private static final int FIRST_STEPS = 20;

    /** The paper takes one, at a tenth of the rates here; with one, the norms of moving weights were seen to rise to 1.2. */
    private static final int STEPS = 4;

    private static final double TINY = 1e-12;

    private final Trial trial;
    private final Params params;
    private final Map<String, double[]> left = new LinkedHashMap<>();
    private final Map<String, float[]> outer = new LinkedHashMap<>();

    /**
     * Starts from random vectors, and iterates until they have settled. Smaller weights want smaller biases, or the kinks would
     * lie far from the data: all biases are divided by the norms of the matrices before them, so that the normalised critic
     * begins as the given one times a constant.
     */
    SpectralNorm(Trial trial, Params params) {
        this.trial = trial;
        this.params = params;
        for (String name : params.names()) {
            if (name.startsWith("w")) {
                int outputs = Math.toIntExact(params.get(name).getShape().get(0));
                left.put(name, trial.random("spectral norm/" + name, 0).gaussians(outputs));
            }
        }
        iterate(FIRST_STEPS);
        double norms = 1;
        for (Map.Entry<String, double[]> vector : left.entrySet()) {
            double[][] weight = Rows.of(params.get(vector.getKey()));
            norms *= length(transposedTimes(weight, vector.getValue()));
            String name = "b" + vector.getKey().substring(1);
            float[] bias = params.get(name).toFloatArray();
            for (int i = 0; i < bias.length; i++) {
                bias[i] /= (float) norms;
            }
            params.set(name, bias);
        }
    }

    /** Some steps of power iteration with the present weights. */
    void iterate() {
        iterate(STEPS);
    }

    /** In plain Java: for matrices this small the engine's calls would cost ten times their arithmetic. */
    private void iterate(int steps) {
        for (Map.Entry<String, double[]> vector : left.entrySet()) {
            double[][] weight = Rows.of(params.get(vector.getKey()));
            double[] u = vector.getValue();
            double[] v = new double[weight[0].length];
            for (int i = 0; i < steps; i++) {
                v = unit(transposedTimes(weight, u));
                u = unit(times(weight, v));
            }
            vector.setValue(u);
            float[] product = new float[u.length * v.length];
            for (int i = 0; i < product.length; i++) {
                product[i] = (float) (u[i / v.length] * v[i % v.length]);
            }
            outer.put(vector.getKey(), product);
        }
    }

    /** The critic with its matrices divided by their norms; differentiable in its weights. */
    Critic normalised() {
        return new Critic(params.map((name, weight) -> {
            float[] product = outer.get(name);
            if (product == null) {
                return weight;
            }
            Shape shape = weight.getShape();
            NDArray uv = trial.arrays().create(product, shape);
            return weight.div(weight.mul(uv).sum()); // uᵀWv
        }));
    }

    private static double[] times(double[][] weight, double[] v) {
        double[] product = new double[weight.length];
        for (int r = 0; r < weight.length; r++) {
            for (int c = 0; c < v.length; c++) {
                product[r] += weight[r][c] * v[c];
            }
        }
        return product;
    }

    private static double[] transposedTimes(double[][] weight, double[] u) {
        double[] product = new double[weight[0].length];
        for (int r = 0; r < weight.length; r++) {
            for (int c = 0; c < product.length; c++) {
                product[c] += weight[r][c] * u[r];
            }
        }
        return product;
    }

    private static double[] unit(double[] vector) {
        double length = length(vector);
        double[] unit = new double[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }

    private static double length(double[] vector) {
        double squares = TINY;
        for (double value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
