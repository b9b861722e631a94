package dev.assay.experiments.training;

import ai.djl.nn.Block;
import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.data.FashionMnist;
import dev.assay.experiments.data.ImageSplit;
import dev.assay.experiments.tuning.RateGrid;
import dev.assay.train.Nets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Chooses the learning rates of this package's experiments by accuracy on 500 validation pictures.
 *
 * <p>{@code java -cp … dev.assay.experiments.training.TuningOfTraining label-smoothing|group-norm ENGINE EFFORT SEEDS}
 */
final class TuningOfTraining {
    private static final double[] RATES = {3e-4, 1e-3, 3e-3, 1e-2, 3e-2};
    private static final double[] RATES_OF_GROUP_NORM = {3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1};

    private TuningOfTraining() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[1]);
        Effort effort = Effort.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[3]);
        if (arguments[0].equals("label-smoothing")) {
            labelSmoothing(engine, effort, seeds);
        } else {
            groupNorm(engine, effort, seeds);
        }
    }

    private static void labelSmoothing(EngineName engine, Effort effort, int seeds) {
        for (double epsilon : new double[] {0, 0.05, 0.1, 0.2}) {
            labelSmoothing("epsilon " + epsilon, 1 - epsilon, epsilon / 9, engine, effort, seeds);
        }
        labelSmoothing("mixed with uniform, 0.1", 0.91, 0.01, engine, effort, seeds);
    }

    private static void labelSmoothing(
            String way, double onTrue, double onOthers, EngineName engine, Effort effort, int seeds) {
        RateGrid.print("tuning-of-label-smoothing", way, RATES, seeds, engine, effort, (t, rate) -> {
            ImageSplit fashion = FashionMnist.split(t.random("split"), LabelSmoothing.TRAIN_PER_CLASS, 50);
            return LabelSmoothing.fit(t, fashion.train(), onTrue, onOthers, rate)
                    .predict(LabelSmoothing.pictures(t, fashion.validation()))
                    .accuracy();
        });
    }

    private static void groupNorm(EngineName engine, Effort effort, int seeds) {
        Map<String, Supplier<Block>> norms = new LinkedHashMap<>();
        norms.put("batch", Nets::batchNorm);
        norms.put("layer", Nets::layerNorm);
        norms.put("group 2", () -> Nets.groupNorm(2));
        norms.put("group 4", () -> Nets.groupNorm(4));
        norms.put("group 8", () -> Nets.groupNorm(8));
        norms.put("instance", Nets::instanceNorm);
        norms.put("none", Nets::none);
        for (int batchSize : new int[] {2, 4, 32}) {
            GroupNorm experiment = new GroupNorm(batchSize);
            norms.forEach((name, norm) -> RateGrid.print(
                    "tuning-of-group-norm",
                    name + ", batches of " + batchSize,
                    RATES_OF_GROUP_NORM,
                    seeds,
                    engine,
                    effort,
                    (t, rate) -> {
                        ImageSplit fashion = SmallPictures.draw(t, GroupNorm.TRAIN_PER_CLASS, 50);
                        return experiment
                                .fit(t, fashion.train(), norm, rate)
                                .predict(SmallPictures.data(t, fashion.validation()))
                                .accuracy();
                    }));
        }
    }
}
