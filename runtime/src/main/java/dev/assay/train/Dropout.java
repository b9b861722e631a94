package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.assay.RandomStream;

/** Sets values to 0 at random in training and scales up the rest (Srivastava et al. 2014); passes everything in use. */
final class Dropout extends AbstractBlock {
    private static final byte VERSION = 1;

    private final double rate;

    Dropout(double rate) {
        super(VERSION);
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a dropout rate is a number from 0 to below 1, not " + rate);
        }
        this.rate = rate;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        if (!training || rate == 0) {
            return inputs;
        }
        NDArray x = inputs.singletonOrThrow();
        RandomStream random = Weights.of(store).random();
        float[] mask = new float[Math.toIntExact(x.size())];
        float kept = (float) (1 / (1 - rate));
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextFloat() < rate ? 0 : kept;
        }
        return new NDList(x.mul(x.getManager().create(mask, x.getShape())));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }
}
