package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.LedgerLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suite run on a clock that nobody waits for. */
class TimeLeftTest {
    /** Milliseconds of one trial of each cell, made up in the proportions that such experiments have; a row an experiment. */
    private static final int[][] MILLIS = {
        {1210, 1350, 1280, 1490, 1530, 1420, 640, 700, 655}, // group normalisation
        {410, 395, 870, 865, 1730, 1755}, // label smoothing
        {12, 15, 90, 240, 33, 31, 160, 410, 29, 45, 180, 520}, // MCMC
        {55, 60, 350, 1900, 48, 52, 300, 1650}, // kernels
        {3, 2, 4, 3}, // closed forms
        {6200, 5900}, // a game of two players
    };

    private record Finish(double at, int worker, TrialRecord record) {}

    private static final class Simulation {
        private final Map<TrialKey, Double> truth = new HashMap<>();
        private final List<Job> jobs = new ArrayList<>();
        private final List<double[]> told = new ArrayList<>(); // when, and what was said to be left
        private final int workers;
        private double end;

        Simulation(int workers, int seeds) {
            this.workers = workers;
            RandomStream noise = RandomStream.of(17);
            for (int e = 0; e < MILLIS.length; e++) {
                int[] cells = MILLIS[e];
                String id = "e" + e;
                for (int seed = 0; seed < seeds; seed++) {
                    List<TrialKey> trials = new ArrayList<>();
                    for (int c = 0; c < cells.length; c++) {
                        TrialKey key = new TrialKey(id, new Cell("v", Map.of("cell", "" + c)), seed);
                        trials.add(key);
                        truth.put(key, cells[c] / 1e3 * Math.exp(0.15 * noise.nextGaussian()));
                    }
                    jobs.add(new Job(id, "hash", Effort.QUICK, EngineName.PYTORCH, trials));
                }
            }
        }

        /** Runs on virtual time; between two trials of a job, writing takes 2 ms. */
        void run() {
            LongestFirst queue = new LongestFirst(jobs, Durations.of(List.of()));
            TimeLeft left = new TimeLeft(truth.keySet(), List.of(), workers);
            PriorityQueue<Finish> ahead = new PriorityQueue<>(Comparator.comparingDouble(Finish::at));
            Map<Integer, Deque<TrialKey>> own = new HashMap<>();
            IntStream.range(0, workers).forEach(worker -> begin(worker, 0, own, queue, left, ahead));
            while (!ahead.isEmpty()) {
                Finish next = ahead.remove();
                end = next.at();
                left.finished(next.record(), end);
                queue.finished(next.record());
                begin(next.worker(), end + 0.002, own, queue, left, ahead);
                OptionalDouble seconds = left.seconds(end);
                if (seconds.isPresent()) {
                    told.add(new double[] {end, seconds.getAsDouble()});
                }
            }
        }

        private void begin(
                int worker,
                double now,
                Map<Integer, Deque<TrialKey>> own,
                LongestFirst queue,
                TimeLeft left,
                PriorityQueue<Finish> ahead) {
            Deque<TrialKey> trials = own.computeIfAbsent(worker, unseen -> new ArrayDeque<>());
            if (trials.isEmpty()) {
                Optional<Job> job = queue.get();
                job.ifPresent(more -> trials.addAll(more.trials()));
            }
            if (!trials.isEmpty()) {
                TrialKey trial = trials.remove();
                left.started(trial, now);
                double seconds = truth.getOrDefault(trial, 0.0);
                ahead.add(new Finish(now + seconds, worker, record(trial, seconds)));
            }
        }
    }

    private static TrialRecord record(TrialKey trial, double seconds) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                trial.experiment(),
                trial.cell().variant(),
                trial.cell().levels(),
                trial.seed(),
                Status.OK,
                Map.of(),
                List.of(),
                List.of(),
                null,
                seconds,
                Effort.QUICK,
                "PyTorch");
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 10", "4, 10", "2, 20"})
    void whatItSaysIsWithinAQuarterAfterTheFirstTenth(int workers, int seeds) {
        Simulation simulation = new Simulation(workers, seeds);

        simulation.run();

        double end = simulation.end;
        List<double[]> judged = simulation.told.stream()
                .filter(told -> told[0] >= 0.1 * end && end - told[0] >= 0.05 * end) // then one trial's noise is all
                .toList();
        assertThat(judged.size()).isGreaterThan(100);
        for (double[] told : judged) {
            double truly = end - told[0];
            assertThat(told[1]).as("after %.1f s of %.1f", told[0], end).isBetween(0.75 * truly, 1.25 * truly);
        }
    }

    @Test
    void nothingIsSaidBeforeAnythingIsKnown() {
        TrialKey trial = new TrialKey("e", new Cell("v", Map.of()), 0);
        TimeLeft left = new TimeLeft(List.of(trial), List.of(), 1);
        left.started(trial, 3);

        assertThat(left.seconds(4)).isEmpty();
    }

    @Test
    void earlierRunsTellHowLongItWillTake() {
        TrialKey trial = new TrialKey("e", new Cell("v", Map.of()), 1);
        TrialRecord before = record(new TrialKey("e", new Cell("v", Map.of()), 0), 8);
        TimeLeft left = new TimeLeft(List.of(trial), List.of(before), 1);

        assertThat(left.seconds(0)).hasValue(8);
        left.started(trial, 100);
        assertThat(left.seconds(103)).hasValue(5);
    }
}
