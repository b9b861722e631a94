package dev.assay.experiments.adversarial;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** What the two sides minimise. */
public sealed interface Game {
    /** What the critic minimises, as an array of one number. */
    NDArray criticLoss(Critic critic, Batch batch);

    /** What the generator minimises, as an array of one number. */
    NDArray generatorLoss(Critic critic, NDArray real, NDArray made);

    /** What is done to the critic's weights after each of its steps. */
    default void constrain(Critic critic) {}

    /**
     * The original game with the non-saturating loss (Goodfellow et al. 2014): the critic tells real from made by
     * cross-entropy, the generator raises the log-probability that its points are taken for real.
     *
     * @param real what the critic is to say of real points: 1, or a little less (Salimans et al. 2016)
     */
    record CrossEntropy(double real) implements Game {
        public CrossEntropy {
            if (!(real > 0 && real <= 1)) {
                throw new IllegalArgumentException("the target of real points is above 0 and at most 1, not " + real);
            }
        }

        @Override
        public NDArray criticLoss(Critic critic, Batch batch) {
            NDArray score = critic.score(batch.both());
            NDArray target = column(score, (float) real, 0);
            return softplus(score).sub(score.mul(target)).mean().mul(2); // −t log σ(s) − (1 − t) log(1 − σ(s))
        }

        @Override
        public NDArray generatorLoss(Critic critic, NDArray points, NDArray made) {
            return softplus(critic.score(made).neg()).mean();
        }
    }

    /** The same critic; the generator matches the mean of its last hidden layer (Salimans et al. 2016). */
    record FeatureMatching() implements Game {
        private static final CrossEntropy TELLING = new CrossEntropy(1);

        @Override
        public NDArray criticLoss(Critic critic, Batch batch) {
            return TELLING.criticLoss(critic, batch);
        }

        @Override
        public NDArray generatorLoss(Critic critic, NDArray real, NDArray made) {
            int[] batch = {0};
            return critic.features(real)
                    .mean(batch)
                    .sub(critic.features(made).mean(batch))
                    .square()
                    .sum();
        }
    }

    /**
     * The difference of mean scores, which bounds the distance between the distributions from below if the critic is
     * 1-Lipschitz; here kept from growing by clipping its weights (Arjovsky, Chintala and Bottou 2017).
     *
     * @param clip the largest size of a weight
     */
    record Clipped(double clip) implements Game {
        @Override
        public NDArray criticLoss(Critic critic, Batch batch) {
            return difference(critic, batch);
        }

        @Override
        public NDArray generatorLoss(Critic critic, NDArray real, NDArray made) {
            return critic.score(made).mean().neg();
        }

        @Override
        public void constrain(Critic critic) {
            critic.params().set(critic.params().map((name, weight) -> weight.clip(-clip, clip)));
        }
    }

    /**
     * The same difference, with a penalty of λ (‖∂d/∂x‖ − 1)² at random places between real and made points (Gulrajani et al.
     * 2017).
     *
     * @param lambda λ
     */
    record GradientPenalty(double lambda) implements Game {
        /** Keeps the root's gradient finite where the critic is flat. */
        private static final float TINY = 1e-12f;

        @Override
        public NDArray criticLoss(Critic critic, Batch batch) {
            NDArray length = critic.inputGradient(batch.between())
                    .square()
                    .sum(new int[] {1})
                    .add(TINY)
                    .sqrt();
            NDArray penalty = length.sub(1).square().mean().mul((float) lambda);
            return difference(critic, batch).add(penalty);
        }

        @Override
        public NDArray generatorLoss(Critic critic, NDArray real, NDArray made) {
            return critic.score(made).mean().neg();
        }
    }

    private static NDArray difference(Critic critic, Batch batch) {
        NDArray score = critic.score(batch.both());
        return score.mul(column(score, -2, 2)).mean();
    }

    /** (2n, 1): one number for each real point, then another for each made one. */
    private static NDArray column(NDArray scores, float real, float made) {
        float[] values = new float[Math.toIntExact(scores.size())];
        Arrays.fill(values, 0, values.length / 2, real);
        Arrays.fill(values, values.length / 2, values.length, made);
        return scores.getManager().create(values, scores.getShape());
    }

    private static NDArray softplus(NDArray x) {
        return x.getNDArrayInternal().softPlus();
    }
}
