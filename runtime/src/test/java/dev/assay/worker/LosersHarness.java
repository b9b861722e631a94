package dev.assay.worker;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** Two variants, of which one always throws. */
public final class LosersHarness implements Harness<Double> {
    public static final String ID = "losers";

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Losers");
            e.asks("Does it help to throw?");
            e.variant("playing", v -> {
                v.baseline();
                v.trial(t -> 1.0);
            });
            e.variant(
                    "throwing",
                    v -> v.trial(t -> {
                        throw new IllegalStateException("the towel");
                    }));
            e.metric("score", Better.HIGHER, score -> score);
            e.claim(Assay.that("throwing").on("score").atMost(1));
        });
    }
}
