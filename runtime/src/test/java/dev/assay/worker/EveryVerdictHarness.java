package dev.assay.worker;

import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Better;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** An experiment without arrays that has a claim of each verdict. */
public final class EveryVerdictHarness implements Harness<Double> {
    public static final String ID = "every-verdict";

    @Override
    public Executable<Double> executable() {
        return experiment(ID, e -> {
            e.title("Every verdict");
            e.asks("Is each verdict told apart?");
            e.seeds(8, 8);
            e.variant("normal", v -> {
                v.baseline();
                v.trial(t -> t.random("x").nextGaussian());
            });
            e.variant("higher", v -> v.trial(t -> t.random("x").nextGaussian() + 5));
            e.variant("other", v -> v.trial(t -> t.random("y").nextGaussian()));
            e.variant(
                    "broken",
                    v -> v.trial(t -> {
                        throw new IllegalStateException("no value");
                    }));
            e.metric("value", Better.HIGHER, value -> value);
            e.claim(that("higher").beats("normal").on("value"));
            e.claim(that("normal").beats("higher").on("value").by(-1));
            e.claim(that("other").beats("normal").on("value").by(0.01));
            e.claim(that("broken").beats("normal").on("value"));
        });
    }
}
