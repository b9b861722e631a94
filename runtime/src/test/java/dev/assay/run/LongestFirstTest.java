package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.record.LedgerLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongestFirstTest {
    private static final Cell CELL = new Cell("v", Map.of());

    private static Job job(String experiment, int seed) {
        return new Job(
                experiment, "hash", Effort.QUICK, EngineName.MXNET, List.of(new TrialKey(experiment, CELL, seed)));
    }

    private static TrialRecord took(String experiment, double seconds) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                experiment,
                CELL.variant(),
                CELL.levels(),
                0,
                Status.OK,
                Map.of(),
                List.of(),
                List.of(),
                null,
                seconds,
                Effort.QUICK,
                "MXNet");
    }

    private static List<String> handedOut(LongestFirst queue, int n) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add(queue.get()
                    .map(job -> job.experiment() + job.trials().get(0).seed())
                    .orElse("none"));
        }
        return names;
    }

    @Test
    void oneOfEachComesFirstWhenNothingIsKnownThenTheLongest() {
        LongestFirst queue = new LongestFirst(
                List.of(job("a", 0), job("a", 1), job("b", 0), job("b", 1), job("c", 0), job("c", 1)),
                Durations.of(List.of(), 1),
                1);

        assertThat(handedOut(queue, 3)).containsExactly("a0", "b0", "c0");
        queue.finished(took("a", 1));
        queue.finished(took("b", 9));
        queue.finished(took("c", 3));
        assertThat(handedOut(queue, 4)).containsExactly("b1", "c1", "a1", "none");
    }

    @Test
    void earlierRunsTellWhichIsLongest() {
        LongestFirst queue = new LongestFirst(
                List.of(job("a", 1), job("b", 1)), Durations.of(List.of(took("a", 1), took("b", 9)), 1), 1);

        assertThat(handedOut(queue, 2)).containsExactly("b1", "a1");
        assertThat(queue.get()).isEqualTo(Optional.empty());
    }

    @Test
    void theShortestRunAgainFirstIfTheyHaveMoreToCome() {
        List<Job> jobs = new ArrayList<>();
        for (String experiment : List.of("a", "b", "c")) {
            for (int seed = 0; seed < (experiment.equals("c") ? 2 : 4); seed++) {
                jobs.add(job(experiment, seed));
            }
        }
        LongestFirst queue = new LongestFirst(jobs, Durations.of(List.of(), 1), 1);

        assertThat(handedOut(queue, 3)).containsExactly("a0", "b0", "c0");
        queue.finished(took("a", 9));
        queue.finished(took("b", 1));
        queue.finished(took("c", 5));
        assertThat(handedOut(queue, 8)).containsExactly("b1", "a1", "a2", "a3", "c1", "b2", "b3", "none");
    }
}
