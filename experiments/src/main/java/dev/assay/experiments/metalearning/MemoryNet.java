package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import dev.assay.Trial;
import dev.assay.train.Params;

/**
 * A net with a memory beside it: each example of the support is written into a slot of its own under a key, and a query reads by
 * the likeness of keys (Santoro and others 2016). Its weights stay as they are in a new task; what it learns there is what it wrote.
 *
 * <p>A feed-forward controller of 40 units in each layer makes keys and what is written. Four heads read at once: softmax over
 * slots of strength · cosine(read key, key). With a slot for every example the least used one is always an empty one, so nothing
 * is ever overwritten and no usage needs to be kept.
 *
 * @param weights all of it
 */
record MemoryNet(Params weights) {
    private static final int UNITS = TaskNet.HIDDEN;
    private static final int HEADS = 4;
    private static final int KEY = 20;
    private static final double FIRST_STRENGTH = 5;
    private static final double TINY = 1e-6;

    /**
     * A net with fresh weights.
     *
     * @param name keys its streams
     */
    static MemoryNet of(Trial trial, String name, int inputs, int outputs) {
        long read = (long) HEADS * (UNITS + outputs);
        return new MemoryNet(Params.of(trial, name)
                .normal("see1", Math.sqrt(2.0 / inputs), inputs, UNITS)
                .zeros("see1 bias", UNITS)
                .normal("see2", Math.sqrt(2.0 / UNITS), UNITS, UNITS)
                .zeros("see2 bias", UNITS)
                .normal("key", Math.sqrt(1.0 / UNITS), UNITS, KEY)
                .normal("read keys", Math.sqrt(1.0 / UNITS), UNITS, (long) HEADS * KEY)
                .constant("strength", FIRST_STRENGTH, 1)
                .normal("note", Math.sqrt(2.0 / (UNITS + outputs)), (long) UNITS + outputs, UNITS)
                .zeros("note bias", UNITS)
                .normal("think", Math.sqrt(2.0 / (read + UNITS)), read + UNITS, UNITS)
                .zeros("think bias", UNITS)
                .zeros("say", UNITS, outputs) // what has not been learned shall not disturb what was read
                .zeros("say what was read", read, outputs)
                .zeros("say bias", outputs)
                .build());
    }

    /** The outputs for each query, of (tasks, queries, outputs). */
    NDArray outputs(Episodes tasks) {
        NDArray seen = seen(tasks.supportX());
        NDArray note = NDArrays.concat(new NDList(seen, tasks.supportY()), 2);
        NDArray slots = NDArrays.concat(new NDList(Activation.relu(layer(note, "note")), tasks.supportY()), 2);
        NDArray asked = seen(tasks.queryX());
        Shape shape = asked.getShape();
        NDArray likeness = direction(times(asked, "read keys").reshape(shape.get(0), shape.get(1) * HEADS, KEY))
                .matMul(direction(times(seen, "key")).transpose(0, 2, 1));
        NDArray read =
                likeness.mul(weights.get("strength")).softmax(2).matMul(slots).reshape(shape.get(0), shape.get(1), -1);
        NDArray thought = Activation.relu(layer(NDArrays.concat(new NDList(read, asked), 2), "think"));
        return layer(thought, "say").add(times(read, "say what was read"));
    }

    private NDArray seen(NDArray x) {
        return Activation.relu(layer(Activation.relu(layer(x, "see1")), "see2"));
    }

    private NDArray layer(NDArray x, String name) {
        return times(x, name).add(weights.get(name + " bias"));
    }

    private NDArray times(NDArray x, String name) {
        Shape shape = x.getShape();
        return x.reshape(-1, shape.get(2)).matMul(weights.get(name)).reshape(shape.get(0), shape.get(1), -1);
    }

    private static NDArray direction(NDArray keys) {
        return keys.div(keys.square().sum(new int[] {2}, true).add(TINY).sqrt());
    }
}
