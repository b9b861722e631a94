package dev.assay.worker;

import static dev.assay.dsl.Assay.that;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** An experiment without arrays whose claim is about nothing: no number of seeds decides it. */
public final class FairDiceHarness implements Harness<Double> {
    public static final String ID = "fair-dice";

    /** How many variants there are. */
    public static final int CELLS = 2;

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Two fair dice");
            e.asks("Does the second die show more?");
            e.seeds(6, 6);
            e.variant("first", v -> {
                v.baseline();
                v.trial(t -> 3.5 + t.random("first").nextGaussian());
            });
            e.variant("second", v -> v.trial(t -> 3.5 + t.random("second").nextGaussian()));
            e.metric("pips", Better.HIGHER, pips -> pips);
            e.claim(that("second").beats("first").on("pips"));
        });
    }
}
