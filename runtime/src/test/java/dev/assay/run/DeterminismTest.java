package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cells;
import dev.assay.plan.Plan;
import dev.assay.record.Curve;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Catalogue;
import dev.assay.worker.CoinsHarness;
import dev.assay.worker.Job;
import dev.assay.worker.Limits;
import dev.assay.worker.NetsHarness;
import dev.assay.worker.PlanHash;
import dev.assay.worker.TrialListener;
import dev.assay.worker.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same trials give the same bits whoever runs them, and when. */
@Timeout(300)
class DeterminismTest {
    @TempDir
    Path directory;

    /** What a trial gave, its duration aside. */
    private record Gave(Map<String, Double> metrics, List<Curve> curves) {
        static Gave of(TrialRecord record) {
            assertThat(record.failure()).isNull();
            return new Gave(record.metrics(), record.curves());
        }
    }

    private Map<String, Gave> run(EngineName engine, List<Job> jobs, int workers) {
        Map<String, Gave> gave = Collections.synchronizedMap(new TreeMap<>());
        Queue<Job> queue = new ArrayDeque<>(jobs);
        try (WorkerPool pool = WorkerPool.of(engine, directory, Limits.of(workers))) {
            pool.start();
            pool.run(
                    () -> {
                        synchronized (queue) {
                            return Optional.ofNullable(queue.poll());
                        }
                    },
                    workers,
                    new TrialListener() {
                        @Override
                        public void started(TrialKey trial) {}

                        @Override
                        public void finished(TrialRecord record) {
                            gave.put(record.key().toString(), Gave.of(record));
                        }
                    });
        }
        return gave;
    }

    private static Job job(EngineName engine, String experiment, int seed, boolean backwards) {
        Plan plan = Catalogue.load().get(experiment).plan();
        List<TrialKey> trials = new ArrayList<>();
        Cells.of(plan).forEach(cell -> trials.add(new TrialKey(experiment, cell, seed)));
        if (backwards) {
            Collections.reverse(trials);
        }
        return new Job(experiment, PlanHash.of(plan), Effort.QUICK, engine, trials);
    }

    @ParameterizedTest
    @EnumSource
    void oneTwoOrFourWorkersInAnyOrderGiveTheSameBits(EngineName engine) {
        List<Job> jobs = new ArrayList<>();
        List<Job> backwards = new ArrayList<>();
        for (int seed = 0; seed < 2; seed++) {
            for (String experiment : List.of(CoinsHarness.ID, NetsHarness.ID)) {
                jobs.add(job(engine, experiment, seed, false));
                backwards.add(0, job(engine, experiment, seed, true));
            }
        }

        Map<String, Gave> one = run(engine, jobs, 1);

        assertThat(one).hasSize(2 * (CoinsHarness.CELLS + NetsHarness.CELLS));
        assertThat(run(engine, backwards, 2)).isEqualTo(one);
        assertThat(run(engine, jobs, 4)).isEqualTo(one);
        assertThat(one.get("nets/drawing/0"))
                .as("draws that nobody uses shift nothing")
                .isEqualTo(one.get("nets/narrow/0"));
        assertThat(one.get("nets/narrow/1")).isNotEqualTo(one.get("nets/narrow/0"));
        assertThat(one.get("nets/wide/0")).isNotEqualTo(one.get("nets/narrow/0"));
    }
}
