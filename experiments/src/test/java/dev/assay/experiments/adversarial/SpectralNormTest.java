package dev.assay.experiments.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpectralNormTest {
    private static double[][] points(int from) {
        return IntStream.range(from, from + 30)
                .mapToObj(i -> RandomStream.of(i).gaussians(2))
                .toArray(double[][]::new);
    }

    @Test
    void normalisedMatricesHaveNormOne() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 8, 2);
            SpectralNorm norm = new SpectralNorm(t, critic.params());
            for (int i = 0; i < 200; i++) {
                norm.iterate();
            }
            Params normalised = norm.normalised().params();
            assertThat(ofTwoColumns(Rows.of(normalised.get("w1")))).isCloseTo(1, within(1e-4));
            assertThat(ofOneRow(Rows.of(normalised.get("w3")))).isCloseTo(1, within(1e-4));
            assertThat(byIteration(Rows.of(normalised.get("w2")))).isCloseTo(1, within(1e-3));
            assertThat(normalised.get("b2").contentEquals(critic.params().get("b2")))
                    .isTrue();
            return true;
        });
    }

    @Test
    void theNormalisedCriticBeginsAsTheGivenOneTimesAConstant() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 16, 2);
            NDArray points = Rows.array(t.arrays(), points(0));
            double[] given = Rows.vector(critic.score(points));
            double norms = ofTwoColumns(Rows.of(critic.params().get("w1")))
                    * byIteration(Rows.of(critic.params().get("w2")))
                    * ofOneRow(Rows.of(critic.params().get("w3")));
            double[] normalised = Rows.vector(
                    new SpectralNorm(t, critic.params()).normalised().score(points));
            for (int i = 0; i < given.length; i++) {
                assertThat(normalised[i] * norms).isCloseTo(given[i], within(0.02 * Math.abs(given[i]) + 0.05));
            }
            return true;
        });
    }

    @Test
    void theNormsKeepUpWithWeightsThatMove() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 64, 2);
            SpectralNorm norm = new SpectralNorm(t, critic.params());
            Learner learner = Learner.of(t, Optimizer.adam(1e-3, 0.5, 0.9), critic.params());
            Batch batch = Batch.of(t.arrays(), points(0), points(50), RandomStream.of(1));
            for (int i = 0; i < 100; i++) {
                t.round(() -> {
                    norm.iterate();
                    return learner.minimise(() -> new Game.CrossEntropy(1).criticLoss(norm.normalised(), batch));
                });
            }
            norm.iterate();
            assertThat(byIteration(Rows.of(norm.normalised().params().get("w2"))))
                    .isLessThan(1.1);
            return true;
        });
    }

    /** The gradient goes through the norm, with the singular vectors held still. */
    @Test
    void theGradientThroughTheNormAgreesWithDifferences() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 8, 2);
            SpectralNorm norm = new SpectralNorm(t, critic.params());
            Batch batch = Batch.of(t.arrays(), points(0), points(50), RandomStream.of(1));
            Supplier<NDArray> loss = () -> new Game.CrossEntropy(1).criticLoss(norm.normalised(), batch);
            Params gradient = Learner.of(t, Optimizer.sgd(1), critic.params()).gradient(loss);
            double squares = gradient.dot(gradient).toFloatArray()[0];
            float step = (float) (1e-2 / Math.sqrt(squares));
            Params here = critic.params().copy();
            critic.params().set(here.zip(gradient, (weight, g) -> weight.add(g.mul(step))));
            double up = loss.get().toFloatArray()[0];
            critic.params().set(here.zip(gradient, (weight, g) -> weight.sub(g.mul(step))));
            double down = loss.get().toFloatArray()[0];
            assertThat((up - down) / (2 * step)).isCloseTo(squares, within(0.05 * squares));
            return true;
        });
    }

    /** By the closed form of the larger eigenvalue of the 2×2 matrix AᵀA. */
    private static double ofTwoColumns(double[][] a) {
        double first = 0;
        double mixed = 0;
        double second = 0;
        for (double[] row : a) {
            first += row[0] * row[0];
            mixed += row[0] * row[1];
            second += row[1] * row[1];
        }
        double half = (first + second) / 2;
        return Math.sqrt(half + Math.sqrt(half * half - first * second + mixed * mixed));
    }

    private static double ofOneRow(double[][] a) {
        double squares = 0;
        for (double value : a[0]) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    /** By many steps of power iteration on AᵀA, in double precision. */
    private static double byIteration(double[][] a) {
        double[] v = RandomStream.of(9).gaussians(a[0].length);
        double value = 0;
        for (int i = 0; i < 2000; i++) {
            double[] u = new double[a.length];
            double[] next = new double[v.length];
            for (int r = 0; r < a.length; r++) {
                for (int c = 0; c < v.length; c++) {
                    u[r] += a[r][c] * v[c];
                }
            }
            double squares = 0;
            for (int c = 0; c < v.length; c++) {
                for (int r = 0; r < a.length; r++) {
                    next[c] += a[r][c] * u[r];
                }
                squares += next[c] * next[c];
            }
            value = Math.sqrt(Math.sqrt(squares));
            for (int c = 0; c < v.length; c++) {
                v[c] = next[c] / Math.sqrt(squares);
            }
        }
        return value;
    }
}
