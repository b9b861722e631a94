package dev.assay.worker;

import dev.assay.Better;
import dev.assay.Trial;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.train.Data;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.Optimizer;
import dev.assay.train.Training;

/** Small nets trained on an engine; one variant draws more random numbers than the others and uses none of them. */
public final class NetsHarness implements Harness<Double> {
    public static final String ID = "nets";

    /** narrow, drawing, wide. */
    public static final int CELLS = 3;

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Small nets");
            e.asks("Does a wider net learn two rings?");
            e.variant("narrow", v -> {
                v.baseline();
                v.trial(t -> loss(t, 4));
            });
            e.variant(
                    "drawing",
                    v -> v.trial(t -> {
                        t.random("extra").nextDouble();
                        t.normal("more", 3, 5);
                        return loss(t, 4);
                    }));
            e.variant("wide", v -> v.trial(t -> loss(t, 16)));
            e.metric("loss", Better.LOWER, loss -> loss);
            e.claim(Assay.that("wide").beats("narrow").on("loss"));
        });
    }

    private static double loss(Trial t, int width) {
        Net net = Net.of(t, "net", Nets.mlp(width, 2), 2);
        Data rings = rings(t, 120);
        return Training.of(t, net)
                .on(rings)
                .validate(rings)
                .batch(20)
                .epochs(8)
                .optimizer(Optimizer.adam(0.01))
                .fit()
                .predict(rings)
                .nll();
    }

    private static Data rings(Trial t, int n) {
        float[][] x = new float[n][];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            double radius = 1 + labels[i] + 0.2 * t.random("radius").nextGaussian();
            double angle = 2 * Math.PI * t.random("angle").nextDouble();
            x[i] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
        }
        return Data.of(t, x, labels, 2);
    }
}
