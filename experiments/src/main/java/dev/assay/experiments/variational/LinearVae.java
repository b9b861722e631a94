package dev.assay.experiments.variational;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.experiments.sampling.Normal;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear autoencoder trained on its evidence lower bound: the decoder is a {@link LinearGaussian} with W, b and σ² to be learnt,
 * the encoder says q(z | x) = N(V x + c, diag(s²)) for every x at once. Gradients go through z = V x + c + s ε (Kingma and Welling
 * 2014); the divergence from the prior is in closed form. What is trained in single precision is judged in double.
 */
public final class LinearVae {
    private static final int BATCH = 64;
    private static final int LOOKS = 40;

    private final LinearGaussian decoder;
    private final double[][] v;
    private final double[] c;
    private final double[] scales;
    private final List<Look> looks;

    /**
     * How it stood in training.
     *
     * @param step steps taken
     * @param bound the mean bound on held-out rows
     * @param evidence the mean log p(x) of the same rows, under the decoder as it was
     */
    public record Look(int step, double bound, double evidence) {}

    private LinearVae(Params params, List<Look> looks) {
        double[] b = Rows.vector(params.get("decoderBias"));
        c = Rows.vector(params.get("encoderBias"));
        decoder = new LinearGaussian(
                Rows.of(params.get("decoder")), b, Math.exp(2 * Rows.vector(params.get("logNoise"))[0]));
        v = Rows.of(params.get("encoder"));
        scales = Rows.vector(params.get("logScale"));
        for (int l = 0; l < scales.length; l++) {
            scales[l] = Math.exp(scales[l]);
        }
        this.looks = looks;
    }

    /**
     * Trains one.
     *
     * @param x the rows to fit
     * @param heldOut the rows it is looked at on, 40 times
     * @param latent the coordinates of z
     * @param steps at full effort
     */
    public static LinearVae train(
            Trial trial, double[][] x, double[][] heldOut, int latent, int steps, Optimizer optimizer) {
        int d = x[0].length;
        Params params = Params.of(trial, "linear VAE")
                .xavier("encoder", latent, d)
                .zeros("encoderBias", latent)
                .zeros("logScale", latent)
                .xavier("decoder", d, latent)
                .zeros("decoderBias", d)
                .zeros("logNoise", 1)
                .build();
        Learner learner = Learner.of(trial, optimizer, params);
        List<Look> looks = new ArrayList<>();
        looks.add(new LinearVae(params, List.of()).look(0, heldOut));
        int all = trial.effort(steps);
        int between = Math.max(1, all / LOOKS);
        for (Step step : trial.steps(steps)) {
            NDArray batch = batch(step, x);
            NDArray noise = step.normal("noise", batch.getShape().get(0), latent);
            learner.progress((double) step.index() / all).minimise(() -> loss(params, batch, noise));
            int done = step.index() + 1;
            if (done % between == 0 || done == all) {
                looks.add(new LinearVae(params, List.of()).look(done, heldOut));
            }
        }
        return new LinearVae(params, List.copyOf(looks));
    }

    private static NDArray batch(Step step, double[][] x) {
        int size = Math.min(BATCH, x.length);
        int d = x[0].length;
        float[] flat = new float[size * d];
        int[] chosen = step.random("batch").choose(x.length, size);
        for (int n = 0; n < size; n++) {
            for (int i = 0; i < d; i++) {
                flat[n * d + i] = (float) x[chosen[n]][i];
            }
        }
        return step.arrays().create(flat, new Shape(size, d));
    }

    /** Minus the bound, averaged over the batch. */
    static NDArray loss(Params params, NDArray x, NDArray noise) {
        long rows = x.getShape().get(0);
        long d = x.getShape().get(1);
        NDArray mean = x.matMul(params.get("encoder").transpose()).add(params.get("encoderBias"));
        NDArray logScale = params.get("logScale");
        NDArray z = mean.add(noise.mul(logScale.exp()));
        NDArray residual = x.sub(z.matMul(params.get("decoder").transpose()).add(params.get("decoderBias")));
        NDArray logNoise = params.get("logNoise");
        NDArray reconstruction = residual.square()
                .sum()
                .div(2 * rows)
                .mul(logNoise.mul(-2).exp())
                .add(logNoise.add(Math.log(2 * Math.PI) / 2).mul(d));
        NDArray divergence = mean.square()
                .sum()
                .div(rows)
                .add(logScale.mul(2).exp().sub(logScale.mul(2)).sub(1).sum())
                .div(2);
        return reconstruction.add(divergence).sum();
    }

    private Look look(int step, double[][] heldOut) {
        Gap gap = Gap.exact(decoder, heldOut, fits(heldOut));
        return new Look(step, gap.evidence() - gap.gap(), gap.evidence());
    }

    /** The model it has learnt. */
    public LinearGaussian decoder() {
        return decoder;
    }

    /** What its encoder says of each row. */
    public List<Normal> fits(double[][] x) {
        double[][] factor = new double[scales.length][scales.length];
        for (int l = 0; l < scales.length; l++) {
            factor[l][l] = scales[l];
        }
        List<Normal> fits = new ArrayList<>();
        for (double[] row : x) {
            double[] mean = c.clone();
            for (int l = 0; l < mean.length; l++) {
                for (int i = 0; i < row.length; i++) {
                    mean[l] += v[l][i] * row[i];
                }
            }
            fits.add(new Normal(mean, factor));
        }
        return fits;
    }

    /** How it went. */
    public List<Look> looks() {
        return looks;
    }
}
