package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A learned vector for each symbol: whole numbers of any shape to the same with an axis of vectors behind. */
final class Embedding extends AbstractBlock {
    private static final byte VERSION = 1;

    private final Parameter vectors;
    private final int width;

    Embedding(int symbols, int width) {
        super(VERSION);
        if (symbols < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "an embedding has at least 1 symbol and 1 number a symbol, not " + symbols + " and " + width);
        }
        this.width = width;
        vectors = addParameter(Parameter.builder()
                .setName("embedding")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(symbols, width))
                .build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray symbols = inputs.singletonOrThrow().toType(DataType.INT32, false);
        NDArray weight = Weights.of(store).get(vectors);
        return weight.getNDArrayInternal().embedding(symbols, weight, SparseFormat.DENSE);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {inputShapes[0].add(width)};
    }
}
