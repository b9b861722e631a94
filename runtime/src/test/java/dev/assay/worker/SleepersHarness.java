package dev.assay.worker;

import dev.assay.Better;
import dev.assay.Trial;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** Trials that take long enough to be killed in: 2 variants of a second each. */
public final class SleepersHarness implements Harness<Double> {
    public static final String ID = "sleepers";

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Sleepers");
            e.asks("Does it matter who sleeps?");
            e.variant("first", v -> {
                v.baseline();
                v.trial(SleepersHarness::sleep);
            });
            e.variant("second", v -> v.trial(SleepersHarness::sleep));
            e.metric("dream", Better.NEITHER, dream -> dream);
            e.claim(Assay.that("second").on("dream").atMost(1));
        });
    }

    private static double sleep(Trial t) {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("woken", interrupted);
        }
        return t.random("dream").nextDouble();
    }
}
