package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** x + f(x), for a block f that keeps the shape (He et al. 2016). */
final class Residual extends AbstractBlock {
    private static final byte VERSION = 1;

    private final Block inner;

    Residual(Block inner) {
        super(VERSION);
        this.inner = addChildBlock("inner", inner);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        return new NDList(x.add(inner.forward(store, inputs, training).singletonOrThrow()));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        inner.initialize(manager, type, inputShapes);
        Shape[] outputs = inner.getOutputShapes(inputShapes);
        if (!outputs[0].equals(inputShapes[0])) {
            throw new IllegalArgumentException("what is added to " + inputShapes[0] + " has its shape, not "
                    + outputs[0] + "; end the inner block with as many channels as go in");
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }
}
