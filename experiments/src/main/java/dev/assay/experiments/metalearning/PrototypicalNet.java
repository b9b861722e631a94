package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.Trial;
import dev.assay.train.Params;

/**
 * A net that learns a space in which a class is a point, the mean of its examples, and an unknown belongs to the nearest (Snell,
 * Swersky, Zemel 2017). Nothing is fitted to a new task.
 *
 * @param embedding the weights of a {@link TaskNet} from inputs to that space
 */
record PrototypicalNet(Params embedding) {
    private static final int SPACE = TaskNet.HIDDEN;

    static PrototypicalNet of(Trial trial, String name, int inputs) {
        return new PrototypicalNet(TaskNet.start(trial, name, inputs, SPACE));
    }

    /** (tasks, examples, inputs) to (tasks, examples, the space's axes). */
    private NDArray embedded(NDArray x) {
        Shape shape = x.getShape();
        return TaskNet.forward(embedding, x.reshape(1, -1, shape.get(2))).reshape(shape.get(0), shape.get(1), SPACE);
    }

    /** For each query minus its squared distance from each class's mean, up to a number that all its classes share. */
    NDArray scores(Episodes tasks) {
        NDArray members = tasks.supportY().transpose(0, 2, 1);
        NDArray means = members.matMul(embedded(tasks.supportX())).div(members.sum(new int[] {2}, true));
        NDArray squares = means.square().sum(new int[] {2}, true).transpose(0, 2, 1);
        return embedded(tasks.queryX()).matMul(means.transpose(0, 2, 1)).mul(2).sub(squares);
    }
}
