package dev.assay.experiments.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CriticTest {
    private static final double STEP = 1e-3;

    private static double[][] points(int from) {
        return IntStream.range(from, from + 30)
                .mapToObj(i -> RandomStream.of(i).gaussians(2))
                .toArray(double[][]::new);
    }

    private static double[][] moved(int coordinate, double by) {
        double[][] points = points(0);
        for (double[] point : points) {
            point[coordinate] += by;
        }
        return points;
    }

    private static double[] scores(Trial t, Critic critic, double[][] points) {
        return Rows.vector(critic.score(Rows.array(t.arrays(), points)));
    }

    @Test
    void theWrittenInputGradientAgreesWithDifferences() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 16, 2);
            double[][] gradient = Rows.of(critic.inputGradient(Rows.array(t.arrays(), points(0))));
            int kinks = 0;
            for (int c = 0; c < 2; c++) {
                double[] up = scores(t, critic, moved(c, STEP));
                double[] down = scores(t, critic, moved(c, -STEP));
                for (int i = 0; i < up.length; i++) {
                    // A difference across a kink of the critic is no derivative; few points are that near to one.
                    kinks += Math.abs((up[i] - down[i]) / (2 * STEP) - gradient[i][c]) > 2e-3 ? 1 : 0;
                }
            }
            assertThat(kinks).isLessThanOrEqualTo(4);
            return true;
        });
    }

    @Test
    void theGradientOfThePenaltyAgreesWithDifferences() {
        double[] slopes = InTrial.run(t -> {
            Critic critic = Critic.of(t, 16, 2);
            Batch batch = Batch.of(t.arrays(), points(0), points(50), RandomStream.of(1));
            Game game = new Game.GradientPenalty(10);
            Learner learner = Learner.of(t, Optimizer.sgd(1), critic.params());
            Params gradient = learner.gradient(() -> game.criticLoss(critic, batch));
            double squares = gradient.dot(gradient).toFloatArray()[0];
            double step = 3e-3 / Math.sqrt(squares);
            Params here = critic.params().copy();
            critic.params().set(here.zip(gradient, (weight, g) -> weight.add(g.mul((float) step))));
            double up = game.criticLoss(critic, batch).toFloatArray()[0];
            critic.params().set(here.zip(gradient, (weight, g) -> weight.sub(g.mul((float) step))));
            double down = game.criticLoss(critic, batch).toFloatArray()[0];
            return new double[] {squares, (up - down) / (2 * step)};
        });
        assertThat(slopes[1]).isCloseTo(slopes[0], within(0.02 * slopes[0]));
    }

    @Test
    void lossesAgreeWithAHandComputation() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 4, 2);
            double[] real = scores(t, critic, points(0));
            double[] made = scores(t, critic, points(50));
            double smoothed = 0;
            double difference = 0;
            for (int i = 0; i < real.length; i++) {
                double sure = 1 / (1 + Math.exp(-real[i]));
                double fooled = 1 / (1 + Math.exp(-made[i]));
                smoothed -= (0.9 * Math.log(sure) + 0.1 * Math.log(1 - sure) + Math.log(1 - fooled)) / real.length;
                difference += (made[i] - real[i]) / real.length;
            }
            NDArray points = Rows.array(t.arrays(), points(0));
            Batch batch = Batch.of(t.arrays(), points(0), points(50), RandomStream.of(1));
            assertThat(loss(new Game.CrossEntropy(0.9), critic, batch)).isCloseTo(smoothed, within(1e-5));
            assertThat(loss(new Game.Clipped(0.01), critic, batch)).isCloseTo(difference, within(1e-5));
            assertThat((double) new Game.FeatureMatching()
                            .generatorLoss(critic, points, points)
                            .toFloatArray()[0])
                    .isZero();
            return true;
        });
    }

    private static double loss(Game game, Critic critic, Batch batch) {
        return game.criticLoss(critic, batch).toFloatArray()[0];
    }

    @Test
    void clippingBoundsEveryWeight() {
        float largest = InTrial.run(t -> {
            Critic critic = Critic.of(t, 8, 2);
            new Game.Clipped(0.01).constrain(critic);
            return critic.params().get("w2").abs().max().toFloatArray()[0];
        });
        assertThat(largest).isEqualTo(0.01f);
    }

    @Test
    void generatorsLossesAgreeWithAHandComputation() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 4, 2);
            NDArray points = Rows.array(t.arrays(), points(0));
            NDArray others = Rows.array(t.arrays(), points(50));
            double fooled = 0;
            double mean = 0;
            double[] made = scores(t, critic, points(50));
            for (double score : made) {
                fooled += Math.log(1 + Math.exp(-score)) / made.length; // −log σ(s): the non-saturating loss
                mean += score / made.length;
            }
            assertThat(generatorLoss(new Game.CrossEntropy(1), critic, points, others))
                    .isCloseTo(fooled, within(1e-5));
            assertThat(generatorLoss(new Game.Clipped(0.01), critic, points, others))
                    .isCloseTo(-mean, within(1e-5));
            double[][] real = Rows.of(critic.features(points));
            double[][] ours = Rows.of(critic.features(others));
            double distance = 0;
            for (int unit = 0; unit < 4; unit++) {
                double difference = 0;
                for (int i = 0; i < real.length; i++) {
                    difference += (real[i][unit] - ours[i][unit]) / real.length;
                }
                distance += difference * difference;
            }
            assertThat(generatorLoss(new Game.FeatureMatching(), critic, points, others))
                    .isCloseTo(distance, within(1e-5));
            return true;
        });
    }

    private static double generatorLoss(Game game, Critic critic, NDArray real, NDArray made) {
        return game.generatorLoss(critic, real, made).toFloatArray()[0];
    }

    @Test
    void thePenaltyIsOnePlaceAPointBetweenRealAndMade() {
        InTrial.run(t -> {
            Critic critic = Critic.of(t, 4, 2);
            double[][] real = points(0);
            double[][] made = points(50);
            RandomStream random = RandomStream.of(1);
            double[][] between = new double[real.length][2];
            for (int i = 0; i < real.length; i++) {
                double share = random.nextDouble();
                for (int c = 0; c < 2; c++) {
                    between[i][c] = share * real[i][c] + (1 - share) * made[i][c];
                }
            }
            double penalty = 0;
            for (double[] slope : Rows.of(critic.inputGradient(Rows.array(t.arrays(), between)))) {
                double excess = Math.hypot(slope[0], slope[1]) - 1;
                penalty += 10 * excess * excess / real.length;
            }
            Batch batch = Batch.of(t.arrays(), real, made, RandomStream.of(1));
            double difference = loss(new Game.Clipped(1), critic, batch);
            assertThat(loss(new Game.GradientPenalty(10), critic, batch)).isCloseTo(difference + penalty, within(1e-4));
            return true;
        });
    }
}
