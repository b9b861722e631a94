package dev.assay.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.assay.RandomStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands a block the weights of given Params instead of its own, and takes what its forward pass leaves behind. */
final class Weights extends ParameterStore {
    private final Map<String, String> names;
    private final Params params;
    private final RandomStream random;

    /**
     * Weights for one block.
     *
     * @param names from a DJL parameter's id to its name in the Params
     * @param random where dropout's masks come from
     */
    Weights(Map<String, String> names, Params params, RandomStream random) {
        super(params.manager(), false);
        this.names = names;
        this.params = params;
        this.random = random;
    }

    @Override
    @SuppressWarnings("NullAway") // DJL passes null for a layer without bias, and wants null back
    public @Nullable NDArray getValue(@Nullable Parameter parameter, Device device, boolean training) {
        return parameter == null ? null : params.get(name(parameter));
    }

    NDArray get(Parameter parameter) {
        return params.get(name(parameter));
    }

    /** The array's values move by this share towards a batch's once a learner has moved the weights. */
    void move(Parameter running, double share, float[] batch) {
        RunningState state = params.running().get(name(running));
        if (state == null) {
            throw new IllegalStateException("the parameter '" + name(running) + "' is no running statistic");
        }
        state.move(share, batch);
    }

    /** The manager whose arrays live as long as the weights. */
    NDManager manager() {
        return params.manager();
    }

    RandomStream random() {
        return random;
    }

    private String name(Parameter parameter) {
        String name = names.get(parameter.getId());
        if (name == null) {
            throw new IllegalStateException("the block has a parameter '" + parameter.getName()
                    + "' that it had not when its net was made; add all layers before Net.of");
        }
        return name;
    }

    /** The weights behind a store, for blocks of this package. */
    static Weights of(ParameterStore store) {
        if (store instanceof Weights weights) {
            return weights;
        }
        throw new IllegalStateException("this block runs inside a dev.assay.train.Net, not with a "
                + store.getClass().getName());
    }
}
