package dev.assay.worker;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;

/** Variants that misbehave, each in its way, around one that does not. */
public final class NaughtyHarness implements Harness<Double> {
    public static final String ID = "naughty";

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Naughty trials");
            e.asks("What does a trial that misbehaves cost the others?");
            e.variant("good", v -> {
                v.baseline();
                v.trial(t -> t.random("x").nextDouble());
            });
            e.variant("throwing", v -> v.trial(t -> fail()));
            e.variant("exiting", v -> v.trial(t -> exit()));
            e.variant("halting", v -> v.trial(t -> halt()));
            e.variant("printing", v -> v.trial(t -> print()));
            e.variant("hoarding", v -> v.trial(t -> hoard()));
            e.variant("diverging", v -> v.trial(t -> Double.NaN));
            e.variant("alsoGood", v -> v.trial(t -> t.random("x").nextDouble()));
            e.metric("value", Better.NEITHER, value -> value);
            e.claim(Assay.that("good").on("value").atMost(1));
        });
    }

    private static double fail() {
        System.out.println("about to throw");
        throw new IllegalStateException("thrown on purpose");
    }

    private static double exit() {
        System.out.println("about to exit");
        System.exit(7);
        return 0;
    }

    private static double halt() {
        System.err.println("about to halt");
        while (true) {
            Runtime.getRuntime().halt(9);
        }
    }

    private static double print() {
        for (int i = 0; i < 40_000; i++) {
            System.out.println("line " + i + " " + "of far too many ".repeat(4)); // 3 MB
        }
        System.out.println("x".repeat(1 << 20));
        System.out.print("{\"says\":\"ready\"}");
        return 1;
    }

    private static double hoard() {
        return new long[Integer.MAX_VALUE - 8].length; // 16 GB, and no worker has such a heap
    }
}
