package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Brings values to mean 0 and variance 1, then scales and shifts each channel by learned numbers.
 *
 * <p>Inputs are (batch, channels), (batch, channels, height, width), or sequences (batch, time, channels), each of whose moments
 * counts as an example. Written from elementary operations, or PyTorch's own, so that training and use are the caller's choice at any moment.
 */
abstract class Normalisation extends AbstractBlock {
    static final double EPSILON = 1e-5;

    private static final byte VERSION = 1;

    private final Parameter gain;
    private final Parameter shift;

    Normalisation() {
        super(VERSION);
        gain = parameter("gamma", Parameter.Type.GAMMA);
        shift = parameter("beta", Parameter.Type.BETA);
    }

    final Parameter parameter(String name, Parameter.Type type) {
        return addParameter(Parameter.builder().setName(name).setType(type).build());
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        Shape shape = inputShapes[0];
        Shape channels = new Shape(shape.get(shape.dimension() == 3 ? 2 : 1));
        for (Parameter parameter : getDirectParameters().values()) {
            parameter.setShape(channels);
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
        Shape shape = x.getShape();
        NDArray rows = x;
        if (shape.dimension() == 3) {
            rows = x.reshape(-1, shape.get(2));
        } else if (shape.dimension() > 3) {
            rows = x.reshape(shape.get(0), shape.get(1), -1);
        }
        Weights weights = Weights.of(store);
        NDArray y = normalise(weights, rows, weights.get(gain), weights.get(shift), training);
        return new NDList(rows == x ? y : y.reshape(shape));
    }

    /**
     * Normalises, scales and shifts.
     *
     * @param x of shape (examples, channels) or (examples, channels, places)
     * @param scale of shape (channels)
     * @param offset of shape (channels)
     */
    abstract NDArray normalise(Weights weights, NDArray x, NDArray scale, NDArray offset, boolean training);

    /**
     * A number for each channel, repeated so that it meets the channels of x. MXNet differentiates a written-out repetition
     * more than twice as fast as one that multiplication or addition implies.
     */
    static NDArray perChannel(NDArray numbers, NDArray x) {
        return x.getShape().dimension() == 2
                ? numbers
                : numbers.reshape(1, -1, 1).broadcast(x.getShape());
    }
}
