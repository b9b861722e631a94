package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cells;
import dev.assay.plan.Plan;
import dev.assay.record.Failure;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WorkerPoolTest {
    @TempDir
    Path directory;

    private static Job job(String experiment, int seed) {
        Plan plan = Catalogue.load().get(experiment).plan();
        return new Job(
                experiment,
                PlanHash.of(plan),
                Effort.SMOKE,
                EngineName.MXNET,
                Cells.of(plan).stream()
                        .map(cell -> new TrialKey(experiment, cell, seed))
                        .toList());
    }

    private void run(TrialListener listener, Job job) {
        run(listener, Limits.of(1), job);
    }

    private void run(TrialListener listener, Limits limits, Job job) {
        Queue<Job> jobs = new ConcurrentLinkedQueue<>(List.of(job));
        try (WorkerPool pool = WorkerPool.of(EngineName.MXNET, directory, limits)) {
            pool.start();
            pool.run(() -> Optional.ofNullable(jobs.poll()), 1, listener);
        }
    }

    /** Kills every process that this one started: its workers. */
    private static void killWorkers() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatATrialDoesToItsWorkerCostsNoOtherTrial() {
        Heard heard = new Heard();

        run(heard, job(NaughtyHarness.ID, 0));

        assertThat(heard.records).hasSize(8);
        assertThat(heard.of("good").status()).isEqualTo(Status.OK);
        assertThat(heard.of("printing").status()).isEqualTo(Status.OK);
        assertThat(heard.of("alsoGood").metrics()).isEqualTo(heard.of("good").metrics());
        assertThat(heard.failure("throwing")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.EXCEPTION);
            assertThat(failure.message()).contains("thrown on purpose");
            assertThat(failure.at()).contains("NaughtyHarness.fail");
            assertThat(failure.output()).contains("about to throw").doesNotContain("about to exit");
        });
        assertThat(heard.failure("exiting")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.CRASH);
            assertThat(failure.message()).contains("ended with code 7");
            assertThat(failure.output()).contains("about to exit");
        });
        assertThat(heard.failure("halting")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.CRASH);
            assertThat(failure.message()).contains("ended with code 9");
            assertThat(failure.output()).contains("about to halt").doesNotContain("about to exit");
        });
        assertThat(heard.failure("hoarding").cause()).isEqualTo(Failure.Cause.MEMORY);
        assertThat(heard.failure("diverging").cause()).isEqualTo(Failure.Cause.DIVERGED);
        assertThat(heard.started)
                .as("two deaths cost the trials themselves one retry each")
                .containsExactly(
                        "good",
                        "throwing",
                        "exiting",
                        "exiting",
                        "halting",
                        "halting",
                        "printing",
                        "hoarding",
                        "diverging",
                        "alsoGood");
    }

    @Test
    void aWorkerKilledInATrialCostsItOneRetry() {
        Heard heard = new Heard() {
            @Override
            public void started(TrialKey trial) {
                super.started(trial);
                if (started.size() == 1) {
                    killWorkers();
                }
            }
        };

        run(heard, job(SleepersHarness.ID, 0));

        assertThat(heard.started).containsExactly("first", "first", "second");
        assertThat(heard.records).extracting(TrialRecord::status).containsExactly(Status.OK, Status.OK);
    }

    @Test
    void aTrialWhoseWorkerIsKilledTwiceFails() {
        Heard heard = new Heard() {
            @Override
            public void started(TrialKey trial) {
                super.started(trial);
                if (trial.cell().variant().equals("first")) {
                    killWorkers();
                }
            }
        };

        run(heard, job(SleepersHarness.ID, 0));

        assertThat(heard.failure("first").message()).isEqualTo("the worker was ended by signal 9; it was tried twice");
        assertThat(heard.of("second").status()).isEqualTo(Status.OK);
    }

    @Test
    void aWorkerRefusesAPlanThatIsNotItsOwn() {
        Job job = job(CoinsHarness.ID, 0);
        Job foreign = new Job(job.experiment(), "0123456789abcdef", job.effort(), job.engine(), job.trials());

        assertThatThrownBy(() -> run(new Heard(), foreign))
                .isInstanceOf(WorkersUnavailableException.class)
                .hasMessageContaining("got a job on MXNet for plan 0123456789abcdef");
    }

    @Test
    void workersEndWithTheirPool() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        List<ProcessHandle> workers;
        try (WorkerPool pool = WorkerPool.of(EngineName.MXNET, directory, Limits.of(1))) {
            pool.start();
            workers = ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child))
                    .toList();
            assertThat(workers).hasSize(1);
            assertThat(pool.engineVersion()).isNotEmpty();
        }
        assertThat(workers.get(0).onExit()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(directory).isEmptyDirectory();
    }
}
