package dev.assay.worker;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** Trials that do nothing, to measure what a trial costs besides its work. */
public final class NothingsHarness implements Harness<Double> {
    public static final String ID = "nothings";

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Nothing at all");
            e.asks("What does a trial cost?");
            var place = e.factor("place", 1, 2, 3, 4, 5);
            e.variant("nothing", v -> {
                v.baseline();
                v.trial(t -> 0.0 + t.at(place));
            });
            e.variant("alsoNothing", v -> v.trial(t -> 1.0 + t.at(place)));
            e.metric("value", Better.NEITHER, value -> value);
            e.claim(Assay.that("nothing").on("value").atMost(5));
        });
    }
}
