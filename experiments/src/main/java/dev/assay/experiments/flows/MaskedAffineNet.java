package dev.assay.experiments.flows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.engine.ArrayScope;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Layers whose scales and shifts come from masked nets: RealNVP and MAF, which differ in the masks alone. The weights of all layers
 * lie under each other, so that masks and optimizer meet three arrays instead of three a layer. What hidden units say is divided by the root of their number, so that one learning rate
 * suits both layers of a net.
 */
public final class MaskedAffineNet implements FlowNet {
    private final Params params;
    private final List<Masks> layers;
    private final NDArray hears;
    private final NDArray says;

    private MaskedAffineNet(NDManager arrays, Params params, List<Masks> layers) {
        this.params = params;
        this.layers = layers;
        int d = layers.get(0).dimensions();
        int units = layers.get(0).units();
        hears = factors(
                arrays,
                layers.size() * units,
                d,
                1,
                (row, i) -> layers.get(row / units).hears(row % units, i));
        says = factors(
                arrays,
                layers.size() * 2 * d,
                units,
                (float) (1 / Math.sqrt(units)),
                (row, unit) -> layers.get(row / (2 * d)).says(row % d, unit));
    }

    /** A mask as factors on weights, which live as long as the trial. */
    private static NDArray factors(NDManager arrays, int rows, int columns, float passing, IntBinaryPredicate passes) {
        float[] factors = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                factors[row * columns + column] = passes.test(row, column) ? passing : 0;
            }
        }
        NDArray array = arrays.create(factors, new Shape(rows, columns));
        ArrayScope.keep(array);
        return array;
    }

    private interface IntBinaryPredicate {
        boolean test(int row, int column);
    }

    /**
     * RealNVP (Dinh, Sohl-Dickstein and Bengio 2017): couplings in pairs, each pair with a permutation of its own. The first of
     * a pair changes one half of the coordinates as the other half says, the second the other half, so that every
     * coordinate moves in every pair, whether their number is even or odd.
     *
     * @param layers the number of couplings, at least 2
     * @param units hidden units of each coupling's net
     * @param dimensions at least 2
     */
    public static MaskedAffineNet realNvp(Trial trial, int layers, int units, int dimensions) {
        RandomStream random = trial.random("real-nvp/permutations", 0);
        List<Masks> masks = new ArrayList<>();
        boolean[] changes = new boolean[dimensions];
        for (int layer = 0; layer < layers; layer++) {
            if (layer % 2 == 0) {
                int[] permutation = random.permutation(dimensions);
                for (int i = 0; i < dimensions; i++) {
                    changes[permutation[i]] = i < (dimensions + 1) / 2;
                }
            } else {
                for (int i = 0; i < dimensions; i++) {
                    changes[i] = !changes[i];
                }
            }
            masks.add(Masks.coupling(changes, units));
        }
        return of(trial, "real-nvp", masks);
    }

    /**
     * A masked autoregressive flow (Papamakarios, Pavlakou and Murray 2017): in every layer each coordinate hears those before
     * it, in the order of the columns and in the reverse order by turns.
     *
     * @param layers the number of autoregressive layers
     * @param units hidden units of each layer's net
     */
    public static MaskedAffineNet maf(Trial trial, int layers, int units, int dimensions) {
        int[] forwards = IntStream.range(0, dimensions).toArray();
        int[] backwards =
                IntStream.range(0, dimensions).map(i -> dimensions - 1 - i).toArray();
        return of(
                trial,
                "maf",
                IntStream.range(0, layers)
                        .mapToObj(layer -> Masks.autoregressive(layer % 2 == 0 ? forwards : backwards, units))
                        .toList());
    }

    private static MaskedAffineNet of(Trial trial, String name, List<Masks> masks) {
        long layers = masks.size();
        int d = masks.get(0).dimensions();
        int units = masks.get(0).units();
        Params params = Params.of(trial, name)
                .normal("in", Math.sqrt(2.0 / d), layers * units, d)
                .normal("bias", 1, layers * units)
                .zeros("out", layers * 2 * d, units) // so that the flow starts as the identity
                .build();
        return new MaskedAffineNet(trial.arrays(), params, masks);
    }

    @Override
    public Params params() {
        return params;
    }

    @Override
    public Pushed push(NDArray x) {
        NDList in = params.get("in").mul(hears).split(layers.size());
        NDList bias = params.get("bias").split(layers.size());
        NDList out = params.get("out").mul(says).split(layers.size());
        NDArray z = x;
        NDArray scales = x.getManager().zeros(x.getShape());
        for (int k = 0; k < layers.size(); k++) {
            NDArray hidden =
                    Linear.linear(z, in.get(k), bias.get(k)).singletonOrThrow().tanh();
            NDList said = Linear.linear(hidden, out.get(k)).singletonOrThrow().split(2, 1);
            NDArray scale = said.get(0).div(MaskedAffine.REACH).tanh().mul(MaskedAffine.REACH);
            z = z.sub(said.get(1)).mul(scale.exp());
            scales = scales.add(scale);
        }
        return new Pushed(z, scales.sum(new int[] {1}));
    }

    @Override
    public Bijection inDouble() {
        double[][] in = Rows.of(params.get("in"));
        double[] bias = Rows.vector(params.get("bias"));
        double[][] out = Rows.of(params.get("out").mul(says));
        List<Bijection> links = new ArrayList<>();
        for (int k = 0; k < layers.size(); k++) {
            Masks masks = layers.get(k);
            int units = masks.units();
            int outputs = 2 * masks.dimensions();
            links.add(new MaskedAffine(
                    masks,
                    Arrays.copyOfRange(in, k * units, (k + 1) * units),
                    Arrays.copyOfRange(bias, k * units, (k + 1) * units),
                    Arrays.copyOfRange(out, k * outputs, (k + 1) * outputs)));
        }
        return new Chain(links);
    }
}
