package dev.assay.experiments.variational;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Optimizer;
import java.util.Arrays;

/**
 * A variational autoencoder of binary pictures: encoder and decoder with one hidden layer of 128, pixels independent coins given
 * z ∈ ℝ⁸. The likelihood is one of coins, so pixels must be 0 or 1; reconstruction and divergence are both summed, not averaged,
 * over their coordinates.
 */
public final class BinaryVae {
    /** The coordinates of z. */
    public static final int LATENT = 8;

    private static final int HIDDEN = 128;
    private static final int BATCH = 64;

    private final Trial trial;
    private final Net encoder;
    private final Net decoder;

    private BinaryVae(Trial trial, int pixels) {
        this.trial = trial;
        encoder = Net.of(trial, "encoder", Nets.mlp(HIDDEN, 2 * LATENT), pixels);
        decoder = Net.of(trial, "decoder", Nets.mlp(HIDDEN, pixels), LATENT);
    }

    /**
     * Trains one; the mean loss of every fifty steps is recorded as the curve "digits loss".
     *
     * @param x pictures of 0 and 1
     * @param steps at full effort
     */
    public static BinaryVae train(Trial trial, float[][] x, int steps, Optimizer optimizer) {
        BinaryVae vae = new BinaryVae(trial, x[0].length);
        Learner learner = Learner.of(trial, optimizer, vae.encoder.params(), vae.decoder.params());
        int all = trial.effort(steps);
        double sum = 0;
        int since = 0;
        for (Step step : trial.steps(steps)) {
            NDArray batch = vae.batch(step, x);
            NDArray noise = step.normal("noise", batch.getShape().get(0), LATENT);
            learner.progress((double) step.index() / all);
            sum += learner.minimise(
                    () -> vae.logWeights(batch, noise, true).mean().neg());
            since++;
            if (since == 50 || step.index() + 1 == all) {
                trial.curve("digits loss", step.index() + 1, sum / since);
                sum = 0;
                since = 0;
            }
        }
        return vae;
    }

    private NDArray batch(Step step, float[][] x) {
        int[] chosen = step.random("batch").choose(x.length, Math.min(BATCH, x.length));
        float[][] rows = new float[chosen.length][];
        for (int n = 0; n < rows.length; n++) {
            rows[n] = x[chosen[n]];
        }
        return step.arrays().create(rows);
    }

    /**
     * For each row log p(x | z) minus the divergence from the prior: as its expectation, in closed form, or as it is at z.
     *
     * @param closed whether the divergence is in closed form, which gives the bound's estimate of least variance; else this is the
     *     logarithm of an importance weight
     */
    private NDArray logWeights(NDArray x, NDArray noise, boolean closed) {
        NDArray code = closed ? encoder.train(x) : encoder.eval(x);
        NDArray mean = code.get(":, :" + LATENT);
        NDArray logScale = code.get(":, " + LATENT + ":");
        NDArray z = mean.add(noise.mul(logScale.exp()));
        NDArray logits = closed ? decoder.train(z) : decoder.eval(z);
        int[] across = {1};
        // log(1 + exp(l)) = max(l, 0) + log(1 + exp(−|l|)) does not overflow
        NDArray softplus = logits.maximum(0).add(logits.abs().neg().exp().add(1).log());
        NDArray likelihood = x.mul(logits).sub(softplus).sum(across);
        NDArray divergence = closed
                ? mean.square()
                        .add(logScale.mul(2).exp())
                        .sub(logScale.mul(2))
                        .sub(1)
                        .sum(across)
                        .div(2)
                : z.square().sub(noise.square()).div(2).sub(logScale).sum(across);
        return likelihood.sub(divergence);
    }

    /**
     * The mean importance-weighted bound of pictures, in nats a picture.
     *
     * @param samples how many draws of z weigh each picture; with 1 it is the evidence lower bound
     */
    public double bound(float[][] x, int samples, RandomStream random) {
        double sum = 0;
        for (int from = 0; from < x.length; from += BATCH) {
            float[][] part = Arrays.copyOfRange(x, from, Math.min(x.length, from + BATCH));
            float[][] logs = new float[samples][];
            for (int s = 0; s < samples; s++) {
                float[] noise = Rows.floats(random.gaussians(part.length * LATENT));
                logs[s] = trial.round(() -> logWeights(
                                trial.arrays().create(part),
                                trial.arrays().create(noise, new Shape(part.length, LATENT)),
                                false)
                        .toFloatArray());
            }
            for (int n = 0; n < part.length; n++) {
                sum += logMeanExp(logs, n);
            }
        }
        return sum / x.length;
    }

    private static double logMeanExp(float[][] logs, int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float[] each : logs) {
            largest = Math.max(largest, each[row]);
        }
        double sum = 0;
        for (float[] each : logs) {
            sum += Math.exp(each[row] - largest);
        }
        return largest + Math.log(sum / logs.length);
    }

    /** Each picture's most probable z decoded: the probability of ink at each pixel. */
    public float[][] reconstructions(float[][] x) {
        return trial.round(() -> probabilities(
                decoder.eval(encoder.eval(trial.arrays().create(x)).get(":, :" + LATENT)), x.length));
    }

    /** Draws of z from the prior decoded: the probability of ink at each pixel. */
    public float[][] samples(int count, RandomStream random) {
        float[] z = Rows.floats(random.gaussians(count * LATENT));
        return trial.round(() ->
                probabilities(decoder.eval(trial.arrays().create(z, new Shape(count, LATENT))), count));
    }

    private static float[][] probabilities(NDArray logits, int rows) {
        float[] flat = logits.toFloatArray();
        float[][] probabilities = new float[rows][flat.length / rows];
        for (int i = 0; i < flat.length; i++) {
            probabilities[i / probabilities[0].length][i % probabilities[0].length] =
                    (float) (1 / (1 + Math.exp(-flat[i])));
        }
        return probabilities;
    }
}
