package dev.assay.experiments.flows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import java.util.function.BiFunction;

/** Trains a flow on the mean of −log p, and keeps the weights that were best on validation rows. */
public final class MaximumLikelihood {
    private static final int LOOKS = 20;

    private MaximumLikelihood() {}

    /**
     * Trains in place.
     *
     * @param steps steps at full effort
     * @param batch gives the rows of a step: a stream of this step, and how many
     * @return the mean of −log p over the validation rows with the weights that were kept
     */
    public static double fit(
            Trial trial,
            FlowNet flow,
            Optimizer optimizer,
            int steps,
            int batchSize,
            BiFunction<RandomStream, Integer, double[][]> batch,
            double[][] validation) {
        Learner learner = Learner.of(trial, optimizer, flow.params());
        int last = trial.effort(steps) - 1;
        int every = Math.max(1, (last + 1) / LOOKS);
        double best = Double.POSITIVE_INFINITY;
        Params kept = flow.params().copy();
        for (Step step : trial.steps(steps)) {
            NDArray x = Rows.array(step.arrays(), batch.apply(step.random("batch"), batchSize));
            learner.progress((double) step.index() / (last + 1))
                    .minimise(() -> flow.push(x).meanNll());
            if ((step.index() + 1) % every == 0 || step.index() == last) {
                double nll = nll(step.arrays(), flow, validation);
                trial.curve("validation NLL", step.index() + 1, nll);
                if (nll < best) {
                    best = nll;
                    kept.set(flow.params());
                }
            }
        }
        flow.params().set(kept);
        return best;
    }

    /** The mean of −log p over rows, as the engine computes it. */
    public static double nll(NDManager arrays, FlowNet flow, double[][] rows) {
        return flow.push(Rows.array(arrays, rows)).meanNll().toFloatArray()[0];
    }
}
