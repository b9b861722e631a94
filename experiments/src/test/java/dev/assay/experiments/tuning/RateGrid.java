package dev.assay.experiments.tuning;

import static dev.assay.Better.HIGHER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Effort;
import dev.assay.Level;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.Failure;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** Tries the same learning rates on one way of training, on seeds of a tuning experiment's own. */
public final class RateGrid {
    private static final double[] RATES = {1e-3, 3e-3, 1e-2};

    private RateGrid() {}

    /**
     * Prints the mean validation score at each rate.
     *
     * @param id keys the seeds; no shipped experiment has it
     * @param score trains at a rate and gives the score on validation rows; more is better
     */
    public static void print(
            String id,
            String way,
            int seeds,
            EngineName engine,
            Effort effort,
            BiFunction<Trial, Double, Double> score) {
        print(id, way, RATES, seeds, engine, effort, score);
    }

    /** The same with rates of one's own. */
    public static void print(
            String id,
            String way,
            double[] rates,
            int seeds,
            EngineName engine,
            Effort effort,
            BiFunction<Trial, Double, Double> score) {
        Executable<Double> grid = experiment(id, e -> {
            e.title("Tuning");
            e.asks("Which learning rate?");
            e.variant("default", v -> {
                v.baseline();
                v.trial(t -> score.apply(t, 1e-3));
            });
            e.variant("at", v -> {
                Level<Double> rate = v.level("rate", rates);
                v.trial(t -> score.apply(t, t.at(rate)));
            });
            e.metric("score", HIGHER, value -> value);
            e.claim(that("at").beats("default").on("score"));
        });
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", way));
        long start = System.nanoTime();
        try (TrialRunner<Double> runner = TrialRunner.of(grid, effort, engine, Machine.alone(), () -> {})) {
            for (double rate : rates) {
                double sum = 0;
                int diverged = 0;
                for (int seed = 0; seed < seeds; seed++) {
                    TrialRecord trial = runner.run(new Cell("at", Map.of("rate", String.valueOf(rate))), seed);
                    Failure failure = trial.failure();
                    if (failure != null && failure.cause() != Failure.Cause.DIVERGED) {
                        throw new IllegalStateException(way + " at " + rate + " failed: " + failure);
                    }
                    Double value = trial.metrics().get("score");
                    diverged += value == null ? 1 : 0;
                    sum += value == null ? 0 : value;
                }
                line.append(String.format(Locale.ROOT, "  %s: %.4f", rate, sum / (seeds - diverged)))
                        .append(diverged == 0 ? "" : " without " + diverged + " that diverged");
            }
        }
        line.append(String.format(
                Locale.ROOT, "   (%.2f s a training)", (System.nanoTime() - start) / 1e9 / seeds / rates.length));
        System.out.println(line);
    }
}
