package dev.assay.benchmark;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.assay.RandomStream;
import java.util.Arrays;

/** The loop that a user of DJL would write. */
final class ByHand {
    private ByHand() {}

    /** The net of this benchmark, from DJL's blocks. */
    static SequentialBlock net() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(128).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(64).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    static double train(NDManager manager, float[][] rows, int[] classes, int epochs, int batch) {
        RandomStream random = RandomStream.of(1);
        NDArray x = manager.create(rows);
        NDArray y = manager.create(classes).toType(DataType.FLOAT32, false);
        SequentialBlock net = net();
        net.initialize(manager, DataType.FLOAT32, new Shape(batch, rows[0].length));
        ParameterStore store = new ParameterStore(manager, false);
        Optimizer adam =
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        Loss loss = Loss.softmaxCrossEntropyLoss();
        double sum = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = random.permutation(rows.length);
            for (int from = 0; from < rows.length; from += batch) {
                try (NDManager step = manager.newSubManager()) {
                    NDArray index = step.create(Arrays.copyOfRange(order, from, from + batch));
                    NDList inputs = new NDList(x.get(step, new NDIndex("{}", index)));
                    NDList labels = new NDList(y.get(step, new NDIndex("{}", index)));
                    NDArray value;
                    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                        value = loss.evaluate(labels, net.forward(store, inputs, true));
                        collector.backward(value);
                    }
                    for (Parameter parameter : net.getParameters().values()) {
                        NDArray weight = parameter.getArray();
                        try (NDArray gradient = weight.getGradient()) {
                            adam.update(parameter.getId(), weight, gradient);
                        }
                    }
                    sum += value.getFloat();
                }
            }
        }
        return sum;
    }
}
