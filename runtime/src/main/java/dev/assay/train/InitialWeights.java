package dev.assay.train;

import ai.djl.nn.Parameter;

/**
 * How the weights of DJL's layers start: before a ReLU as He et al. (2015) say, the weights of recurrence and attention with a
 * variance of 1 / inputs, embeddings with a variance of 1, gains at 1, shifts and biases at 0.
 */
final class InitialWeights {
    private InitialWeights() {}

    static void add(ParamsBuilder builder, String name, Parameter parameter) {
        long[] shape = parameter.getShape().getShape();
        parameter.getArray().close(); // DJL wants to see an array in a block, though Params hold the weights
        switch (parameter.getType()) {
            case GAMMA -> builder.constant(name, 1, shape);
            case RUNNING_MEAN -> builder.state(name, 0, shape);
            case RUNNING_VAR -> builder.state(name, 1, shape);
            case WEIGHT -> addWeight(builder, name, shape);
            default -> builder.zeros(name, shape);
        }
    }

    private static void addWeight(ParamsBuilder builder, String name, long... shape) {
        if (shape.length < 2) {
            builder.zeros(name, shape);
        } else if (name.endsWith("embedding")) {
            builder.normal(name, 1, shape);
        } else if (name.contains("i2h") || name.contains("h2h") || name.contains("attention_")) {
            long inputs = shape[shape.length - 1];
            builder.normal(name, Math.sqrt(1.0 / inputs), shape);
        } else {
            builder.he(name, shape);
        }
    }
}
