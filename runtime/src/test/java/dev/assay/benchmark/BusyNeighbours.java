package dev.assay.benchmark;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Effort;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What {@link Trial#meter} reads for a kernel of about 50 ms of arithmetic: with the machine idle, and while as many other
 * workers as there are processors compute in steps of about a millisecond. The last column is what the same kernel takes
 * beside them when nobody waits.
 *
 * <pre>
 * java -cp CLASSPATH dev.assay.benchmark.BusyNeighbours 10 # the class path of TrainingStepBenchmark
 * </pre>
 */
public final class BusyNeighbours {
    private static final int ITERATIONS = 2_000_000;

    private BusyNeighbours() {}

    /** {@code BusyNeighbours ROUNDS}, or, as one of its own neighbours, {@code BusyNeighbours neighbour FILE}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("neighbour")) {
            run(Machine.sharedThrough(Path.of(arguments[1]), () -> {}), "neighbour");
            return;
        }
        Path turns = Files.createTempDirectory("assay-neighbours").resolve("turns");
        for (int i = 0; i < 5; i++) {
            read(turns, "metered"); // until it is compiled
        }
        System.out.println("idle ms   busy ms   busy/idle   nobody waits ms");
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            double idle = read(turns, "metered");
            List<Process> neighbours = new ArrayList<>();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                neighbours.add(neighbour(turns));
            }
            Thread.sleep(3000); // until they compute
            double busy = read(turns, "metered");
            double crowded = read(turns, "crowded");
            for (Process neighbour : neighbours) {
                neighbour.destroyForcibly().waitFor();
            }
            System.out.printf(Locale.ROOT, "%7.2f   %7.2f   %9.3f   %15.2f%n", idle, busy, busy / idle, crowded);
        }
    }

    private static double read(Path turns, String variant) throws IOException {
        try (Machine machine = Machine.sharedThrough(turns, () -> {})) {
            return run(machine, variant);
        }
    }

    private static Process neighbour(Path turns) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyNeighbours.class.getName(),
                        "neighbour",
                        turns.toString())
                .inheritIO()
                .start();
    }

    /** Runs one trial of a variant; gives the milliseconds that it measured. */
    private static double run(Machine machine, String variant) {
        Executable<Double> executable = experiment("neighbours", e -> {
            e.title("Neighbours");
            e.asks("Do they disturb a measurement?");
            e.variant("metered", v -> {
                v.baseline();
                v.trial(t -> t.meter(3, 9, () -> kernel(ITERATIONS)).millis());
            });
            e.variant("crowded", v -> v.trial(t -> crowded()));
            e.variant(
                    "neighbour",
                    v -> v.trial(t -> {
                        t.steps(Integer.MAX_VALUE).forEach(step -> kernel(ITERATIONS / 50));
                        return 0.0;
                    }));
            e.metric("millis", LOWER, value -> value);
            e.claim(that("metered").beats("crowded").on("millis"));
        });
        try (TrialRunner<Double> runner =
                TrialRunner.of(executable, Effort.FULL, EngineName.PYTORCH, machine, () -> {})) {
            TrialRecord record = runner.run(new Cell(variant, Map.of()), 0);
            return Objects.requireNonNull(record.metrics().get("millis"), "a trial that succeeds has its metric");
        }
    }

    /** The median of nine after three, as a meter takes it, among neighbours that nobody stops. */
    private static double crowded() {
        double[] millis = new double[12];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            kernel(ITERATIONS);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] measured = Arrays.copyOfRange(millis, 3, 12);
        Arrays.sort(measured);
        return measured[4];
    }

    private static double kernel(int iterations) {
        double x = 0.5;
        for (int i = 0; i < iterations; i++) {
            x = Math.cos(x) + 1e-9 * i;
        }
        if (Double.isNaN(x)) {
            throw new IllegalStateException("the kernel's result is used, so that it is computed");
        }
        return x;
    }
}
