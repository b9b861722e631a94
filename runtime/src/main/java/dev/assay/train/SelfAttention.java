package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Scaled dot-product self-attention over (batch, time, channels) with heads side by side (Vaswani et al. 2017): a head's weights
 * are softmax over the keys of q·k / √d, with d = channels / heads, and its output the mean of the values by these weights.
 */
public final class SelfAttention extends AbstractBlock {
    private static final byte VERSION = 1;
    private static final float NEVER = -1e9f;

    private final int heads;
    private final boolean causal;
    private final Parameter[] weights = new Parameter[4];
    private final Parameter[] biases = new Parameter[4];

    SelfAttention(int heads, boolean causal) {
        super(VERSION);
        if (heads < 1) {
            throw new IllegalArgumentException("attention has at least 1 head, not " + heads);
        }
        this.heads = heads;
        this.causal = causal;
        String[] names = {"query", "key", "value", "output"};
        for (int i = 0; i < names.length; i++) {
            weights[i] = parameter("attention_" + names[i] + "_weight", Parameter.Type.WEIGHT);
            biases[i] = parameter("attention_" + names[i] + "_bias", Parameter.Type.BIAS);
        }
    }

    private Parameter parameter(String name, Parameter.Type type) {
        return addParameter(Parameter.builder().setName(name).setType(type).build());
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        long channels = inputShapes[0].get(2);
        if (channels % heads != 0) {
            throw new IllegalArgumentException(
                    channels + " channels do not divide into " + heads + " heads of equal width");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i].setShape(new Shape(channels, channels));
            biases[i].setShape(new Shape(channels));
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        Weights given = Weights.of(store);
        NDArray values = byHead(linear(given, 2, x));
        NDArray mixed = weights(given, x).matMul(values);
        return new NDList(linear(given, 3, together(mixed, x.getShape())));
    }

    /** A block with these same parameters that gives (batch, heads, queries, keys): how much each query takes from each key. */
    public AbstractBlock map() {
        return new Map(this);
    }

    /** Of shape (batch · heads, queries, keys). */
    private NDArray weights(Weights given, NDArray x) {
        double width = (double) x.getShape().get(2) / heads;
        NDArray queries = byHead(linear(given, 0, x).mul(1 / Math.sqrt(width)));
        NDArray keys = byHead(linear(given, 1, x));
        NDArray scores = queries.matMul(keys.transpose(0, 2, 1));
        if (causal) {
            scores = scores.add(future(x.getManager(), x.getShape().get(1)));
        }
        return scores.softmax(2);
    }

    private NDArray linear(Weights given, int part, NDArray x) {
        Shape shape = x.getShape();
        return x.reshape(-1, shape.get(2))
                .matMul(given.get(weights[part]).transpose())
                .add(given.get(biases[part]))
                .reshape(shape);
    }

    /** (batch, time, heads · width) to (batch · heads, time, width). */
    private NDArray byHead(NDArray x) {
        Shape shape = x.getShape();
        if (heads == 1) {
            return x;
        }
        long width = shape.get(2) / heads;
        return x.reshape(shape.get(0), shape.get(1), heads, width)
                .transpose(0, 2, 1, 3)
                .reshape(shape.get(0) * heads, shape.get(1), width);
    }

    private NDArray together(NDArray mixed, Shape shape) {
        if (heads == 1) {
            return mixed;
        }
        return mixed.reshape(shape.get(0), heads, shape.get(1), shape.get(2) / heads)
                .transpose(0, 2, 1, 3)
                .reshape(shape);
    }

    /** What is added to the scores, so that no query sees a later key: of shape (1, queries, keys). */
    private static NDArray future(NDManager manager, long moments) {
        NDArray time = manager.arange((float) moments);
        return time.reshape(1, 1, moments)
                .gt(time.reshape(1, moments, 1))
                .toType(time.getDataType(), false)
                .mul(NEVER);
    }

    /** The weights alone. */
    private static final class Map extends AbstractBlock {
        private final SelfAttention attention;

        Map(SelfAttention attention) {
            super(VERSION);
            this.attention = attention;
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            NDArray x = inputs.singletonOrThrow();
            Shape shape = x.getShape();
            return new NDList(attention
                    .weights(Weights.of(store), x)
                    .reshape(shape.get(0), attention.heads, shape.get(1), shape.get(1)));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputShapes) {
            Shape shape = inputShapes[0];
            return new Shape[] {new Shape(shape.get(0), attention.heads, shape.get(1), shape.get(1))};
        }
    }
}
