package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.assay.engine.FusedNormalisation;

/**
 * Normalises each channel by the mean and variance of the batch in training, and by their running averages in use (Ioffe and
 * Szegedy 2015); the running variance takes the unbiased estimate, as there.
 */
final class BatchNorm extends Normalisation {
    private static final double SHARE = 0.1;

    private final Parameter runningMean;
    private final Parameter runningVariance;

    BatchNorm() {
        runningMean = parameter("runningMean", Parameter.Type.RUNNING_MEAN);
        runningVariance = parameter("runningVar", Parameter.Type.RUNNING_VAR);
    }

    @Override
    NDArray normalise(Weights weights, NDArray x, NDArray scale, NDArray offset, boolean training) {
        if (!training && FusedNormalisation.isOffered(x.getManager())) {
            return FusedNormalisation.channels(
                    x, weights.get(runningMean), weights.get(runningVariance), scale, offset, EPSILON);
        }
        if (!training) {
            NDArray factor = scale.div(weights.get(runningVariance).add(EPSILON).sqrt());
            NDArray constant = offset.sub(weights.get(runningMean).mul(factor));
            return x.mul(perChannel(factor, x)).add(perChannel(constant, x));
        }
        if (valuesOfAChannel(x) > 1 && FusedNormalisation.isOffered(x.getManager())) {
            FusedNormalisation.Channels fused = FusedNormalisation.channels(x, scale, offset, EPSILON);
            weights.move(runningMean, SHARE, fused.means());
            weights.move(runningVariance, SHARE, fused.variances());
            return fused.y();
        }
        NDArray mean = channelMean(x);
        NDArray centred = x.sub(perChannel(mean, x));
        NDArray variance = channelMean(centred.square());
        keep(weights, valuesOfAChannel(x), mean, variance);
        NDArray factor = scale.div(variance.add(EPSILON).sqrt());
        return centred.mul(perChannel(factor, x)).add(perChannel(offset, x));
    }

    private static NDArray channelMean(NDArray x) {
        NDArray perExample = x.getShape().dimension() == 2 ? x : x.mean(new int[] {2});
        return perExample.mean(new int[] {0});
    }

    private static long valuesOfAChannel(NDArray x) {
        return x.size() / x.getShape().get(1);
    }

    private void keep(Weights weights, long values, NDArray mean, NDArray variance) {
        double unbiased = values > 1 ? (double) values / (values - 1) : 1;
        float[] variances = variance.toFloatArray();
        for (int i = 0; i < variances.length; i++) {
            variances[i] *= (float) unbiased;
        }
        weights.move(runningMean, SHARE, mean.toFloatArray());
        weights.move(runningVariance, SHARE, variances);
    }
}
