package dev.assay.experiments.training;

import ai.djl.nn.Block;
import dev.assay.Effort;
import dev.assay.Trial;
import dev.assay.engine.EngineName;
import dev.assay.experiments.data.AustenNovels;
import dev.assay.experiments.data.ImageSplit;
import dev.assay.experiments.training.LayerVsBatchNorm.Rows;
import dev.assay.experiments.training.LayerVsBatchNorm.Task;
import dev.assay.experiments.tuning.RateGrid;
import dev.assay.train.Data;
import dev.assay.train.Nets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Chooses the learning rates of {@link LayerVsBatchNorm} by accuracy on 1,000 validation pictures, or windows of text.
 *
 * <p>{@code java -cp … dev.assay.experiments.training.TuningOfLayerVsBatchNorm ENGINE EFFORT SEEDS TASK BATCH_SIZE…}
 */
final class TuningOfLayerVsBatchNorm {
    private static final double[] RATES = {1e-3, 3e-3, 1e-2, 3e-2, 1e-1};
    private static final double[] RATES_OF_TWO = {3e-4, 1e-3, 3e-3, 1e-2, 3e-2};

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
                        Rows rows = rows(t, experiment);
                        return experiment
                                .fit(t, rows, norm, rate)
                                .predict(rows.test())
                                .accuracy();
                    }));
        }
    }

    /** The rows of a trial, but for those to judge on: 1,000 pictures or windows of the parts that are made for choices. */
    private static Rows rows(Trial trial, LayerVsBatchNorm experiment) {
        if (experiment.task() == Task.CNN) {
            ImageSplit fashion = SmallPictures.draw(trial, LayerVsBatchNorm.TRAIN_PER_CLASS, 50);
            Data train = SmallPictures.data(trial, fashion.train());
            return new Rows(train, train.rows(0, 1), SmallPictures.data(trial, fashion.validation()));
        }
        Rows rows = experiment.rows(trial);
        int[][] windows = AustenNovels.read().validation().firstWindows(500, LayerVsBatchNorm.MOMENTS + 1);
        return new Rows(rows.train(), rows.train().rows(0, 1), LayerVsBatchNorm.next(trial, windows));
    }
}
