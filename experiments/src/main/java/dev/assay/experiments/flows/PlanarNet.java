package dev.assay.experiments.flows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.List;

/** Planar flows one after another (Rezende and Mohamed 2015), trained from data to base. */
public final class PlanarNet implements FlowNet {
    private final Params params;
    private final int layers;

    private PlanarNet(Params params, int layers) {
        this.params = params;
        this.layers = layers;
    }

    /** Layers that start near the identity, at planes through the middle of standardised data. */
    public static PlanarNet of(Trial trial, int layers, int dimensions) {
        return new PlanarNet(
                Params.of(trial, "planar")
                        .normal("w", 1 / Math.sqrt(dimensions), layers, dimensions)
                        .normal("u", 0.1, layers, dimensions)
                        .normal("b", 1, layers)
                        .build(),
                layers);
    }

    @Override
    public Params params() {
        return params;
    }

    @Override
    public Pushed push(NDArray x) {
        NDArray w = params.get("w");
        NDArray u = params.get("u");
        NDArray product = w.mul(u).sum(new int[] {1}, true);
        NDArray inner = product.add(Planar.REST).getNDArrayInternal().softPlus().sub(1); // w·û, at least −1
        NDArray directions = u.add(w.mul(inner.sub(product).div(w.square().sum(new int[] {1}, true))));
        NDList planes = w.split(layers);
        NDList offsets = params.get("b").split(layers);
        NDList pushes = directions.split(layers);
        NDArray z = x;
        NDList heights = new NDList();
        for (int k = 0; k < layers; k++) {
            NDArray h = Linear.linear(z, planes.get(k), offsets.get(k))
                    .singletonOrThrow()
                    .tanh();
            heights.add(h);
            z = z.add(h.mul(pushes.get(k)));
        }
        NDArray h = NDArrays.concat(heights, 1);
        NDArray slope = h.square().neg().add(1);
        return new Pushed(z, slope.mul(inner.reshape(1, layers)).add(1).log().sum(new int[] {1}));
    }

    @Override
    public Bijection inDouble() {
        double[][] w = Rows.of(params.get("w"));
        double[][] u = Rows.of(params.get("u"));
        double[] b = Rows.vector(params.get("b"));
        List<Bijection> links = new ArrayList<>();
        for (int k = 0; k < layers; k++) {
            links.add(Planar.constrained(w[k], u[k], b[k]));
        }
        return new Chain(links);
    }
}
