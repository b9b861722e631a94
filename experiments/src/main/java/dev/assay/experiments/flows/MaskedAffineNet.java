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
import dev.assay.train.ParamsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Layers whose scales and shifts come from masked nets: RealNVP and MAF, which differ in the masks alone. */
public final class MaskedAffineNet implements FlowNet {
    private final Params params;
    private final List<Layer> layers;

    /** A layer's masks, also as factors on its weights. */
    private record Layer(Masks masks, NDArray hears, NDArray says) {
        static Layer of(NDManager arrays, Masks masks) {
            int d = masks.dimensions();
            float[] hears = new float[masks.units() * d];
            float[] says = new float[2 * d * masks.units()];
            for (int unit = 0; unit < masks.units(); unit++) {
                for (int i = 0; i < d; i++) {
                    hears[unit * d + i] = masks.hears(unit, i) ? 1 : 0;
                    says[i * masks.units() + unit] = masks.says(i, unit) ? 1 : 0;
                    says[(d + i) * masks.units() + unit] = says[i * masks.units() + unit];
                }
            }
            NDArray in = arrays.create(hears, new Shape(masks.units(), d));
            NDArray out = arrays.create(says, new Shape(2L * d, masks.units()));
            ArrayScope.keep(in);
            ArrayScope.keep(out);
            return new Layer(masks, in, out);
        }
    }

    private MaskedAffineNet(Params params, List<Layer> layers) {
        this.params = params;
        this.layers = layers;
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
        ParamsBuilder builder = Params.of(trial, name);
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < masks.size(); k++) {
            Masks each = masks.get(k);
            builder.normal("in" + k, Math.sqrt(2.0 / each.dimensions()), each.units(), each.dimensions())
                    .normal("bias" + k, 1, each.units())
                    .zeros("out" + k, 2L * each.dimensions(), each.units()); // so that the flow starts as the identity
            layers.add(Layer.of(trial.arrays(), each));
        }
        return new MaskedAffineNet(builder.build(), layers);
    }

    @Override
    public Params params() {
        return params;
    }

    @Override
    public Pushed push(NDArray x) {
        NDArray z = x;
        NDArray scales = null;
        for (int k = 0; k < layers.size(); k++) {
            Layer layer = layers.get(k);
            NDArray in = params.get("in" + k).mul(layer.hears());
            NDArray out = params.get("out" + k).mul(layer.says());
            NDArray hidden = Linear.linear(z, in, params.get("bias" + k))
                    .singletonOrThrow()
                    .tanh();
            NDList said = Linear.linear(hidden, out).singletonOrThrow().split(2, 1);
            NDArray scale = said.get(0).div(MaskedAffine.REACH).tanh().mul(MaskedAffine.REACH);
            z = z.sub(said.get(1)).mul(scale.exp());
            scales = scales == null ? scale : scales.add(scale);
        }
        if (scales == null) {
            throw new IllegalStateException("a flow has at least one layer");
        }
        return new Pushed(z, scales.sum(new int[] {1}));
    }

    @Override
    public Bijection inDouble() {
        List<Bijection> links = new ArrayList<>();
        for (int k = 0; k < layers.size(); k++) {
            links.add(new MaskedAffine(
                    layers.get(k).masks(),
                    Rows.of(params.get("in" + k)),
                    Rows.vector(params.get("bias" + k)),
                    Rows.of(params.get("out" + k))));
        }
        return new Chain(links);
    }
}
