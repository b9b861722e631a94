package dev.assay.worker;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Variants that only a limit or a signal ends, before one that does as it should. */
public final class StubbornHarness implements Harness<Double> {
    public static final String ID = "stubborn";

    private static final int CHUNK = 64 << 20;

    @Override
    public Executable<Double> executable() {
        return Assay.experiment(ID, e -> {
            e.title("Stubborn trials");
            e.asks("Who ends a trial that does not?");
            e.variant("spinning", v -> {
                v.baseline();
                v.trial(t -> spin());
            });
            e.variant("freezing", v -> v.trial(t -> signal("STOP")));
            e.variant("leaking", v -> v.trial(t -> leak()));
            e.variant("crashing", v -> v.trial(t -> signal("SEGV")));
            e.variant("good", v -> v.trial(t -> t.random("x").nextDouble()));
            e.metric("value", Better.NEITHER, value -> value);
            e.claim(Assay.that("good").on("value").atMost(1));
        });
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static double spin() {
        System.out.println("about to spin");
        double x = 1;
        while (true) {
            x = Math.sqrt(x + 1);
        }
    }

    /** Does to its own process what another could. */
    private static double signal(String name) {
        try {
            new ProcessBuilder(
                            "kill",
                            "-" + name,
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(60_000);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return 0;
    }

    /** Takes memory outside the heap, a little at a time. */
    private static double leak() {
        List<ByteBuffer> kept = new ArrayList<>();
        try {
            for (int i = 0; i < 24; i++) {
                ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
                for (int at = 0; at < CHUNK; at += 4096) {
                    chunk.put(at, (byte) 1);
                }
                kept.add(chunk);
                Thread.sleep(100);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return kept.size();
    }
}
