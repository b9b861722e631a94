package dev.assay.experiments.flows;

import static dev.assay.train.Optimizer.adam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.assay.RandomStream;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Learner;
import dev.assay.train.Optimizer;
import dev.assay.train.Params;
import dev.assay.train.Schedule;
import java.util.Arrays;

/**
 * Trains a flow on the mean of −log p over standardised rows, and keeps the weights that were best on validation rows.
 *
 * @param steps steps at full effort
 * @param batch rows a step, drawn with replacement and spread anew
 */
public record MaximumLikelihood(int steps, int batch) {
    private static final int LOOKS = 20;

    /**
     * Trains in place.
     *
     * @param rate the learning rate at the start; it falls along a cosine
     * @return the mean of −log p over the standardised validation rows with the weights that were kept
     */
    public double fit(Trial trial, FlowNet flow, DensitySplit split, double rate) {
        Bijection standardise = split.standardise();
        double[][] validation = through(standardise, split.validationRows(trial));
        double[][] train = split.train().x();
        Optimizer optimizer = adam(rate).clip(1).schedule(Schedule.cosine());
        Learner learner = Learner.of(trial, optimizer, flow.params());
        int last = trial.effort(steps) - 1;
        int every = Math.max(1, (last + 1) / LOOKS);
        double best = Double.POSITIVE_INFINITY;
        Params kept = flow.params().copy();
        for (Step step : trial.steps(steps)) {
            RandomStream random = step.random("batch");
            double[][] rows = new double[batch][];
            for (int i = 0; i < batch; i++) {
                double[] row = train[random.nextInt(train.length)];
                rows[i] = standardise.forward(split.noise().apply(row, random)).point();
            }
            NDArray x = Rows.array(step.arrays(), rows);
            learner.progress((double) step.index() / (last + 1))
                    .minimise(() -> flow.push(x).meanNll());
            if ((step.index() + 1) % every == 0 || step.index() == last) {
                double nll = nll(step.arrays(), flow, validation);
                if (nll < best) {
                    best = nll;
                    kept.set(flow.params());
                }
                trial.curve("validation NLL of the weights kept", step.index() + 1, best);
            }
        }
        flow.params().set(kept);
        return best;
    }

    /** Where a map sends rows. */
    public static double[][] through(Bijection map, double[][] rows) {
        return Arrays.stream(rows).map(row -> map.forward(row).point()).toArray(double[][]::new);
    }

    /** The mean of −log p over rows, as the engine computes it. */
    static double nll(NDManager arrays, FlowNet flow, double[][] rows) {
        return flow.push(Rows.array(arrays, rows)).meanNll().toFloatArray()[0];
    }
}
