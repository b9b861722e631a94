package dev.assay.benchmark;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;

/** What DJL's own tutorials do: its data set, its trainer. */
final class ByTrainer {
    private ByTrainer() {}

    static double train(NDManager manager, float[][] rows, int[] classes, int epochs, int batch) {
        NDArray x = manager.create(rows);
        NDArray y = manager.create(classes).toType(DataType.FLOAT32, false);
        ArrayDataset data = new ArrayDataset.Builder()
                .setData(x)
                .optLabels(y)
                .setSampling(batch, true)
                .build();
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(1e-3f))
                        .build());
        try (Model model = Model.newInstance("mlp")) {
            model.setBlock(ByHand.net());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(batch, rows[0].length));
                for (int epoch = 0; epoch < epochs; epoch++) {
                    for (Batch next : trainer.iterateDataset(data)) {
                        try (next) {
                            EasyTrain.trainBatch(trainer, next);
                            trainer.step();
                        }
                    }
                }
                return trainer.getModel().getBlock().getParameters().size();
            }
        } catch (IOException | TranslateException failed) {
            throw new IllegalStateException("DJL's data set failed in the benchmark", failed);
        }
    }
}
