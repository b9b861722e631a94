package dev.assay.worker;

import static dev.assay.dsl.Assay.that;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** An experiment without arrays whose claim is true by five standard deviations: ten seeds decide it. */
public final class LoadedDiceHarness implements Harness<Double> {
    public static final String ID = "loaded-dice";

    /** How many variants there are. */
    public static final int CELLS = 2;

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("A loaded die");
            e.asks("Does the second die show more?");
            e.seeds(6, 6);
            e.variant("first", v -> {
                v.baseline();
                v.trial(t -> 3.5 + t.random("first").nextGaussian());
            });
            e.variant("second", v -> v.trial(t -> 8.5 + t.random("second").nextGaussian()));
            e.metric("pips", Better.HIGHER, pips -> pips);
            e.claim(that("second").beats("first").on("pips"));
        });
    }
}
