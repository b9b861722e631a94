package dev.assay.experiments.reinforcement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.Trial;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.List;

/** The price α of a nat of entropy. */
sealed interface Temperature {
    /** α as an array of one number, which no gradient reaches. */
    NDArray alpha(NDManager arrays);

    /** These weights, and with them what of the temperature is learned. */
    Params[] and(Params... others);

    /** A loss, and with it the temperature's own. */
    NDArray add(NDArray loss, NDArray entropy);

    /** One price throughout. */
    static Temperature fixed(double alpha) {
        return new Fixed(alpha);
    }

    /**
     * A price that falls while the policy has more entropy than asked for, and rises while it has less.
     *
     * @param start the first price, above 0
     * @param target the entropy asked for, in nats
     */
    static Temperature tuned(Trial trial, double start, double target) {
        if (!(start > 0)) {
            throw new IllegalArgumentException("a tuned temperature starts above 0, not at " + start);
        }
        return new Tuned(
                Params.of(trial, "temperature")
                        .constant("log", Math.log(start), 1)
                        .build(),
                target);
    }

    /** One price throughout. */
    record Fixed(double price) implements Temperature {
        public Fixed {
            if (!(price >= 0)) {
                throw new IllegalArgumentException("a temperature is at least 0, not " + price);
            }
        }

        @Override
        public NDArray alpha(NDManager arrays) {
            return arrays.create(new float[] {(float) price});
        }

        @Override
        public Params[] and(Params... others) {
            return others;
        }

        @Override
        public NDArray add(NDArray loss, NDArray entropy) {
            return loss;
        }
    }

    /** Minimises log α (H − target), as most implementations do in place of the paper's α (H − target); the sign is the same. */
    record Tuned(Params params, double target) implements Temperature {
        @Override
        public NDArray alpha(NDManager arrays) {
            return params.get("log").stopGradient().exp();
        }

        @Override
        public Params[] and(Params... others) {
            List<Params> all = new ArrayList<>(List.of(others));
            all.add(params);
            return all.toArray(Params[]::new);
        }

        @Override
        public NDArray add(NDArray loss, NDArray entropy) {
            return loss.add(params.get("log").mul(entropy.sub((float) target)).sum());
        }
    }
}
