package dev.assay.dsl;

import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Better;
import dev.assay.Level;
import dev.assay.Over;
import dev.assay.chart.Graph;

/** An experiment that says every word of the DSL at least once. */
final class ViOrMcmc {
    private ViOrMcmc() {}

    enum Shape {
        RING,
        GRID {
            @Override
            public String toString() {
                return "a constant with a body";
            }
        }
    }

    sealed interface Outcome {
        String text();
    }

    record Fitted(String text) implements Outcome {}

    record Chains(String text, int draws) implements Outcome {}

    static Executable<Outcome> whole() {
        return experiment("vi-or-mcmc", e -> {
            e.question(8);
            e.title("VI or MCMC");
            e.asks("Which?");
            e.prose("  About it.\n");
            e.seeds(12, 24);
            Level<Shape> shape = e.factor("shape", Shape.class);
            Level<Integer> size = e.factor("size", 2, 8);
            e.variant("fit", v -> {
                v.baseline();
                v.trialOf(Fitted.class, t -> new Fitted(t.at(shape) + "/" + t.at(size)));
            });
            e.variant("chains", v -> {
                v.existsAt("shape=GRID");
                Level<Double> step = v.level("step", 0.1, 1e-4);
                v.trialOf(Chains.class, t -> new Chains(t.at(shape).name(), (int) (t.at(step) * 10_000)));
            });
            e.variant("exact", v -> {
                v.reference();
                v.ignores("size");
                v.trial(t -> new Fitted("exact"));
            });
            e.metric("length", Better.LOWER, o -> o.text().length()).unit("letters");
            e.metricOf(Chains.class, "draws", Better.HIGHER, Chains::draws);
            e.metricOf(Fitted.class, "steps", Better.LOWER, f -> 7)
                    .unit("1")
                    .timing()
                    .never(10);
            e.figure("All", o -> Graph.empty()).at("size=2");
            e.figureOf(Chains.class, "Traces", c -> Graph.empty().node(c.text(), 0, 0));
            e.plot("length", "draws").against("size").logarithmic();
            e.plot("draws").against("chains.step");
            e.resampled(2, 1).at("shape=RING");
            e.claim(that("chains(step=1e-4)")
                    .beats("fit")
                    .on("length")
                    .at("size=2")
                    .by(-1));
            e.claim(that("*").on("length").atMost(100).over(Over.MEAN));
        });
    }
}
