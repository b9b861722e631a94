package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.engine.ArrayScope;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lists the weights of {@link Params} with their initial values, which come from streams keyed by the net's and the weight's
 * name: both engines start alike, and a further weight shifts no other.
 */
public final class ParamsBuilder {
    private final Trial trial;
    private final String net;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final Map<String, RunningState> state = new LinkedHashMap<>();

    ParamsBuilder(Trial trial, String net) {
        this.trial = trial;
        this.net = net;
    }

    /**
     * Normal weights of variance 2 / inputs (He et al. 2015), for layers before a ReLU.
     *
     * @param shape outputs first; the product of the rest is the number of inputs
     */
    public ParamsBuilder he(String name, long... shape) {
        return normal(name, Math.sqrt(2.0 / inputs(shape)), shape);
    }

    /**
     * Normal weights of variance 2 / (inputs + outputs) (Glorot and Bengio 2010), for layers before a tanh.
     *
     * @param shape outputs first; the product of the rest is the number of inputs
     */
    public ParamsBuilder xavier(String name, long... shape) {
        return normal(name, Math.sqrt(2.0 / (inputs(shape) + shape[0])), shape);
    }

    /** Normal weights of mean 0. */
    public ParamsBuilder normal(String name, double standardDeviation, long... shape) {
        RandomStream random = trial.random(net + "/" + name, 0);
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (standardDeviation * random.nextGaussian());
        }
        return weight(name, values, shape);
    }

    /** Weights that start at 0. */
    public ParamsBuilder zeros(String name, long... shape) {
        return constant(name, 0, shape);
    }

    /** Weights that start at one value. */
    public ParamsBuilder constant(String name, double value, long... shape) {
        return weight(name, filled(value, shape), shape);
    }

    /** State that starts at one value. */
    ParamsBuilder state(String name, double value, long... shape) {
        requireNew(name);
        state.put(name, new RunningState(array(filled(value, shape), shape)));
        return this;
    }

    private static float[] filled(double value, long... shape) {
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        Arrays.fill(values, (float) value);
        return values;
    }

    private ParamsBuilder weight(String name, float[] values, long... shape) {
        requireNew(name);
        weights.put(name, array(values, shape));
        return this;
    }

    private NDArray array(float[] values, long... shape) {
        NDArray array = trial.arrays().create(values, new Shape(shape));
        ArrayScope.keep(array);
        return array;
    }

    private void requireNew(String name) {
        if (weights.containsKey(name) || state.containsKey(name)) {
            throw new IllegalArgumentException("the net '" + net + "' has a parameter '" + name
                    + "' already; give each parameter a name of its own");
        }
    }

    private static long inputs(long... shape) {
        long inputs = 1;
        for (int i = 1; i < shape.length; i++) {
            inputs *= shape[i];
        }
        return inputs;
    }

    /** The weights, in the order in which they were listed. */
    public Params build() {
        return new Params(trial.arrays(), new LinkedHashMap<>(weights), new LinkedHashMap<>(state), false);
    }
}
