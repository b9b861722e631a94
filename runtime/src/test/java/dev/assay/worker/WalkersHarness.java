package dev.assay.worker;

import dev.assay.Better;
import dev.assay.Step;
import dev.assay.Trial;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** Random walks that take a while, with a shared value and curves: something to disturb. */
public final class WalkersHarness implements Harness<Double> {
    public static final String ID = "walkers";

    /** (1 fair + 2 drifting) at 2 lengths. */
    public static final int CELLS = 6;

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Random walks");
            e.asks("Does a drift carry a walk away?");
            e.seeds(8, 8);
            var length = e.factor("length", 10, 30);
            e.variant("fair", v -> {
                v.baseline();
                v.trial(t -> walk(t, t.at(length), 0));
            });
            e.variant("drifting", v -> {
                var drift = v.level("drift", 0.5, 2.0);
                v.trial(t -> walk(t, t.at(length), t.at(drift)));
            });
            e.metric("end", Better.HIGHER, end -> end);
            e.claim(Assay.that("drifting(drift=2.0)").beats("fair").on("end"));
        });
    }

    private static double walk(Trial t, int length, double drift) {
        double start = t.shared("start", s -> s.random("start").nextGaussian());
        double at = start;
        int taken = 0;
        for (Step step : t.steps(2 * length)) {
            at += step.random("pace").nextGaussian() + drift;
            if (step.index() % 5 == 0) {
                t.curve("at", step.index(), at);
            }
            pause();
            taken++;
        }
        return at / taken;
    }

    private static void pause() {
        try {
            Thread.sleep(4);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
