package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.assay.engine.FusedNormalisation;
import dev.assay.engine.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Normalises each example by the mean and variance of its groups of channels (Wu and He 2018). One group is layer norm (Ba et
 * al. 2016), a group for each channel is instance norm (Ulyanov et al. 2016).
 */
final class GroupNorm extends Normalisation {
    /** Stands for as many groups as there are channels. */
    static final int EACH_CHANNEL = 0;

    private final int groups;
    private @Nullable Constants ofValues;
    private @Nullable Constants ofChannels;

    GroupNorm(int groups) {
        this.groups = groups;
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        super.prepare(inputShapes);
        Shape shape = inputShapes[0];
        long channels = shape.get(shape.dimension() == 3 ? 2 : 1);
        if (groups != EACH_CHANNEL && channels % groups != 0) {
            throw new IllegalArgumentException(
                    channels + " channels do not divide into " + groups + " groups of equal size");
        }
        if (groups == EACH_CHANNEL && shape.dimension() < 4) {
            throw new IllegalArgumentException("instance norm needs pictures (batch, channels, height, width); of "
                    + shape + " nothing but 0 would be left");
        }
    }

    @Override
    NDArray normalise(Weights weights, NDArray x, NDArray scale, NDArray offset, boolean training) {
        Shape shape = x.getShape();
        long count = groups == EACH_CHANNEL ? shape.get(1) : groups;
        if (FusedNormalisation.isOffered(x.getManager())) {
            return fused(weights, x, count, scale, offset);
        }
        NDArray grouped = x.reshape(shape.get(0), count, -1);
        NDArray centred = grouped.sub(grouped.mean(new int[] {2}, true).broadcast(grouped.getShape()));
        NDArray deviation =
                centred.square().mean(new int[] {2}, true).add(EPSILON).sqrt();
        return centred.div(deviation.broadcast(grouped.getShape()))
                .reshape(shape)
                .mul(perChannel(scale, x))
                .add(perChannel(offset, x));
    }

    /** Two operations: what is scaled and shifted is no row but a channel, so the second is batch norm by a mean of 0 and variance of 1. */
    private NDArray fused(Weights weights, NDArray x, long count, NDArray scale, NDArray offset) {
        Shape shape = x.getShape();
        if (count == 1 && shape.dimension() == 2) {
            return FusedNormalisation.rows(x, scale, offset, EPSILON);
        }
        NDArray rows = x.reshape(shape.get(0) * count, -1);
        ofValues = Constants.of(ofValues, weights.manager(), rows.getShape().get(1));
        ofChannels = Constants.of(ofChannels, weights.manager(), shape.get(1));
        NDArray normed = FusedNormalisation.rows(rows, ofValues.ones(), ofValues.zeros(), EPSILON)
                .reshape(shape);
        return FusedNormalisation.channels(normed, ofChannels.zeros(), ofChannels.ones(), scale, offset, 0);
    }

    /** Arrays that every forward pass needs, made once for as long as the weights live. */
    private record Constants(NDManager manager, NDArray zeros, NDArray ones) {
        static Constants of(@Nullable Constants made, NDManager manager, long size) {
            if (made != null && made.manager == manager && made.zeros.size() == size) {
                return made;
            }
            NDArray ones = Memory.zeros(manager, new Shape(size));
            ones.addi(1);
            return new Constants(manager, Memory.zeros(manager, new Shape(size)), ones);
        }
    }
}
