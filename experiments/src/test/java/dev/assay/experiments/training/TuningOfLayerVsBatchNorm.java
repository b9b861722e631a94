package dev.assay.experiments.training;

import ai.djl.nn.Block;
import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.training.LayerVsBatchNorm.Rows;
import dev.assay.experiments.training.LayerVsBatchNorm.Task;
import dev.assay.experiments.tuning.RateGrid;
import dev.assay.train.Nets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Chooses the learning rates of {@link LayerVsBatchNorm} by accuracy on its validation rows.
 *
 * <p>{@code java -cp … dev.assay.experiments.training.TuningOfLayerVsBatchNorm ENGINE EFFORT SEEDS TASK BATCH_SIZE…}
 */
final class TuningOfLayerVsBatchNorm {
    private static final double[] RATES = {1e-3, 3e-3, 1e-2, 3e-2};
    private static final double[] RATES_OF_TWO = {3e-4, 1e-3, 3e-3, 1e-2};

    private TuningOfLayerVsBatchNorm() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        Map<String, Supplier<Block>> norms = new LinkedHashMap<>();
        norms.put("none", Nets::none);
        norms.put("batch", Nets::batchNorm);
        norms.put("layer", Nets::layerNorm);
        Task task = Task.valueOf(arguments[3]);
        for (int i = 4; i < arguments.length; i++) {
            int batchSize = Integer.parseInt(arguments[i]);
            LayerVsBatchNorm experiment = new LayerVsBatchNorm(task, batchSize);
            norms.forEach((name, norm) -> RateGrid.print(
                    "tuning-of-layer-vs-batch-norm",
                    task + ", " + name + ", batches of " + batchSize,
                    batchSize == 2 ? RATES_OF_TWO : RATES,
                    seeds,
                    engine,
                    effort,
                    (t, rate) -> {
                        Rows rows = experiment.rows(t);
                        return experiment
                                .fit(t, rows, norm, rate)
                                .predict(rows.validation())
                                .accuracy();
                    }));
        }
    }
}
