package dev.assay.experiments.flows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import dev.assay.Trial;
import dev.assay.experiments.data.Rows;
import dev.assay.train.Params;
import java.util.ArrayList;
import java.util.List;

/** Radial flows one after another (Rezende and Mohamed 2015), trained from data to base. */
public final class RadialNet implements FlowNet {
    /** Keeps the root's gradient finite at a centre. */
    private static final float TINY = 1e-12f;

    private final Params params;
    private final int layers;

    private RadialNet(Params params, int layers) {
        this.params = params;
        this.layers = layers;
    }

    /** Layers that start as the identity, around points drawn like standardised data. */
    public static RadialNet of(Trial trial, int layers, int dimensions) {
        return new RadialNet(
                Params.of(trial, "radial")
                        .normal("centre", 1, layers, dimensions)
                        .constant("alpha", Math.log(Math.E - 1), layers) // softplus of which is 1
                        .constant("beta", Math.log(Math.E - 1), layers)
                        .build(),
                layers);
    }

    @Override
    public Params params() {
        return params;
    }

    @Override
    public Pushed push(NDArray x) {
        NDArray alpha = params.get("alpha").getNDArrayInternal().softPlus();
        NDArray beta = params.get("beta").getNDArrayInternal().softPlus().sub(alpha); // at least −α
        NDList centres = params.get("centre").split(layers);
        NDList alphas = alpha.split(layers);
        NDList betas = beta.split(layers);
        NDArray z = x;
        NDList nearness = new NDList();
        for (int k = 0; k < layers; k++) {
            NDArray away = z.sub(centres.get(k));
            NDArray r = away.square().sum(new int[] {1}, true).add(TINY).sqrt();
            NDArray h = r.add(alphas.get(k)).getNDArrayInternal().rdiv(1);
            nearness.add(h);
            z = z.add(away.mul(h.mul(betas.get(k))));
        }
        NDArray h = NDArrays.concat(nearness, 1);
        NDArray stretch = h.mul(beta); // βh
        NDArray along = stretch.mul(h).mul(alpha).add(1).log();
        long others = x.getShape().get(1) - 1;
        return new Pushed(z, stretch.add(1).log().mul(others).add(along).sum(new int[] {1}));
    }

    @Override
    public Bijection inDouble() {
        double[][] centre = Rows.of(params.get("centre"));
        double[] alpha = Rows.vector(params.get("alpha"));
        double[] beta = Rows.vector(params.get("beta"));
        List<Bijection> links = new ArrayList<>();
        for (int k = 0; k < layers; k++) {
            double a = Softplus.of(alpha[k]);
            links.add(new Radial(centre[k], a, Softplus.of(beta[k]) - a));
        }
        return new Chain(links);
    }
}
