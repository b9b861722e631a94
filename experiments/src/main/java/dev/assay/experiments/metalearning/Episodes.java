package dev.assay.experiments.metalearning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A batch of tasks, each with examples to learn from, its support, and examples to be judged by, its queries.
 *
 * @param supportX (tasks, examples, inputs)
 * @param supportY (tasks, examples, outputs): numbers, or a class as one-hot
 * @param queryX (tasks, queries, inputs)
 * @param queryY (tasks, queries, outputs)
 */
record Episodes(NDArray supportX, NDArray supportY, NDArray queryX, NDArray queryY) {
    /** How many tasks. */
    long tasks() {
        return supportX.getShape().get(0);
    }

    /** All inputs of each task, support first. */
    NDArray allX() {
        return NDArrays.concat(new NDList(supportX, queryX), 1);
    }

    /** All targets of each task, support first. */
    NDArray allY() {
        return NDArrays.concat(new NDList(supportY, queryY), 1);
    }

    /** An array (tasks, examples, numbers) of what lies there one after another. */
    static NDArray array(NDManager arrays, float[] values, int tasks, int examples) {
        return arrays.create(values, new Shape(tasks, examples, values.length / tasks / examples));
    }
}
