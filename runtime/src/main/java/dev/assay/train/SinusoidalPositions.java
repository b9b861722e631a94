package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Adds to each moment of (batch, time, channels) where it stands: sin(t / 10000^(2i / channels)) in channel 2i and the cosine of
 * the same in channel 2i + 1 (Vaswani et al. 2017). It has no weights and goes on beyond any length.
 */
final class SinusoidalPositions extends AbstractBlock {
    private static final byte VERSION = 1;
    private static final double LONGEST = 10_000;

    SinusoidalPositions() {
        super(VERSION);
    }

    /** The position's code, of {@code channels} numbers. */
    static float[] code(int position, int channels) {
        float[] code = new float[channels];
        for (int i = 0; i < channels; i++) {
            double angle = position / Math.pow(LONGEST, (double) (i / 2 * 2) / channels);
            code[i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
        return code;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray x = inputs.singletonOrThrow();
        int moments = Math.toIntExact(x.getShape().get(1));
        int channels = Math.toIntExact(x.getShape().get(2));
        return new NDList(x.add(codes(x.getManager(), moments, channels)));
    }

    private static NDArray codes(NDManager manager, int moments, int channels) {
        float[] codes = new float[moments * channels];
        for (int t = 0; t < moments; t++) {
            System.arraycopy(code(t, channels), 0, codes, t * channels, channels);
        }
        return manager.create(codes, new Shape(1, moments, channels));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }
}
