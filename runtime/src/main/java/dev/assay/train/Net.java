package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import dev.assay.RandomStream;
import dev.assay.Trial;
import java.util.HashMap;
import java.util.Map;

/**
 * A function of weights and input. A DJL block says how to compute; the weights are {@link Params} beside it.
 *
 * <p>{@link #train} and {@link #eval} work anywhere on both engines with the blocks of {@link Nets}; DJL's own batch norm and
 * dropout throw on MXNet when the mode differs from the gradient collector's.
 */
public final class Net {
    private final String name;
    private final Block block;
    private final Map<String, String> names;
    private final Params params;
    private final RandomStream random;
    private final Weights weights;

    private Net(String name, Block block, Map<String, String> names, Params params, RandomStream random) {
        this.name = name;
        this.block = block;
        this.names = names;
        this.params = params;
        this.random = random;
        this.weights = new Weights(names, params, random);
    }

    /**
     * A net with fresh weights, which live as long as the trial.
     *
     * @param name keys the streams of the initial weights and of dropout, so that nets of one name start alike
     * @param block what computes; one that no other net was made of
     * @param inputShape the shape of one example, without the batch axis
     */
    public static Net of(Trial trial, String name, Block block, long... inputShape) {
        if (block.isInitialized() && !block.getParameters().isEmpty()) {
            throw new IllegalArgumentException(
                    "the block of the net '" + name
                            + "' belongs to a net already; make another block, or use net.copy() for other weights of the same");
        }
        for (Parameter parameter : block.getParameters().values()) {
            parameter.freeze(true); // a learner alone decides what has a gradient
            parameter.setInitializer(Initializer.ZEROS);
        }
        block.initialize(trial.arrays(), DataType.FLOAT32, batchOfOne(inputShape));
        ParamsBuilder builder = Params.of(trial, name);
        Map<String, String> names = new HashMap<>();
        for (Pair<String, Parameter> entry : block.getParameters()) {
            names.put(entry.getValue().getId(), entry.getKey());
            InitialWeights.add(builder, entry.getKey(), entry.getValue());
        }
        return new Net(name, block, names, builder.build(), trial.random(name + "/dropout"));
    }

    private static Shape batchOfOne(long... inputShape) {
        return new Shape(1).addAll(new Shape(inputShape));
    }

    /** The name, which keys the net's streams. */
    public String name() {
        return name;
    }

    /** The net's weights and state; a learner changes them in place. */
    public Params params() {
        return params;
    }

    /** The output in training: batch norm uses the batch's statistics, dropout drops. */
    public NDArray train(NDArray x) {
        return forward(x, true);
    }

    /** The output in use: batch norm uses its running statistics, dropout passes everything. */
    public NDArray eval(NDArray x) {
        return forward(x, false);
    }

    private NDArray forward(NDArray x, boolean training) {
        return block.forward(weights, new NDList(x), training).singletonOrThrow();
    }

    /** The same function with other weights, which may be derived from these inside a loss. */
    public Net with(Params other) {
        return new Net(name, block, names, other, random);
    }

    /**
     * Another function of the same weights, for a look at what happens inside.
     *
     * @param inside a block made of layers of this net's
     */
    public Net through(Block inside) {
        return new Net(name, inside, names, params, random);
    }

    /** The same function with a copy of the weights and state. */
    public Net copy() {
        return with(params.copy());
    }
}
