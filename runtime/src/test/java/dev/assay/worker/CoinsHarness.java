package dev.assay.worker;

import dev.assay.Better;
import dev.assay.Trial;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** A well-behaved experiment without arrays: 2 variants, one of them a family of 2, at 2 levels of a factor. */
public final class CoinsHarness implements Harness<Double> {
    public static final String ID = "coins";

    /** (1 fair + 2 biased) at 2 lengths. */
    public static final int CELLS = 6;

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.question(7);
            e.title("Fair and biased coins");
            e.asks("Does a biased coin show heads more often?");
            e.seeds(6, 8);
            var tosses = e.factor("tosses", 40, 400);
            e.variant("fair", v -> {
                v.baseline();
                v.trial(t -> heads(t, t.at(tosses), 0.5));
            });
            e.variant("biased", v -> {
                var chance = v.level("chance", 0.6, 0.9);
                v.trial(t -> heads(t, t.at(tosses), t.at(chance)));
            });
            e.metric("heads", Better.HIGHER, share -> share);
            e.claim(Assay.that("biased(chance=0.9)").on("heads").atLeast(0.5));
        });
    }

    private static double heads(Trial t, int tosses, double chance) {
        double bonus = t.shared("bonus", s -> s.random("bonus").nextDouble() * 1e-6); // only the seed's streams tell it
        double heads = 0;
        for (int i = 0; i < tosses; i++) {
            heads += t.random("toss").nextDouble() < chance ? 1 : 0;
        }
        t.curve("heads", tosses, heads);
        return heads / tosses + bonus;
    }
}
