package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cells;
import dev.assay.plan.Plan;
import dev.assay.record.Failure;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that only a limit ends. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class LimitsTest {
    private static final Limits SHORT =
            new Limits(Optional.of(Duration.ofSeconds(15)), Duration.ofMinutes(1), Duration.ofMillis(2500), 1L << 30);

    @TempDir
    Path directory;

    @Test
    void eachLimitEndsItsTrialAndTheOthersGoOn() {
        Plan plan = Catalogue.load().get(StubbornHarness.ID).plan();
        Queue<Job> jobs = new ArrayDeque<>(List.of(new Job(
                plan.id(),
                PlanHash.of(plan),
                Effort.SMOKE,
                EngineName.MXNET,
                Cells.of(plan).stream()
                        .map(cell -> new TrialKey(plan.id(), cell, 0))
                        .toList())));
        Heard heard = new Heard();

        try (WorkerPool pool = WorkerPool.of(EngineName.MXNET, directory, SHORT)) {
            pool.start();
            pool.run(() -> Optional.ofNullable(jobs.poll()), 1, heard);
        }

        assertThat(heard.failure("spinning")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.TIMEOUT);
            assertThat(failure.message()).isEqualTo("the trial took longer than 15 s (--trial-timeout)");
            assertThat(failure.output()).contains("about to spin");
        });
        assertThat(heard.failure("freezing")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.TIMEOUT);
            assertThat(failure.message()).contains("has stood still for 2 s; it was tried twice");
        });
        assertThat(heard.failure("leaking")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.MEMORY);
            assertThat(failure.message()).contains("may hold 1024 (--worker-memory)");
        });
        assertThat(heard.failure("crashing")).satisfies(failure -> {
            assertThat(failure.cause()).isEqualTo(Failure.Cause.CRASH);
            assertThat(failure.message())
                    .startsWith("the worker crashed in native code (SIGSEGV); Java's report is crash-");
        });
        assertThat(heard.of("good").status()).isEqualTo(Status.OK);
        assertThat(heard.started)
                .as("what might go well the second time is tried again")
                .containsExactly("spinning", "freezing", "freezing", "leaking", "crashing", "crashing", "good");
        assertThat(directory.toFile().list()).as("Java's crash reports").allMatch(name -> name.startsWith("crash-"));
    }

    @Test
    void limitsThatNobodyCanKeepAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.of(1).withTrial(Duration.ZERO))
                .withMessageContaining("not 0 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.of(1).withBytes(0))
                .withMessageContaining("not 0 bytes");
    }

    @Test
    void workersShareTheMachinesMemory() {
        Assumptions.assumeTrue(Limits.of(1).bytes() < Long.MAX_VALUE / 2);
        assertThat(Limits.of(4).bytes()).isCloseTo(Limits.of(1).bytes() / 4, org.assertj.core.data.Offset.offset(8L));
    }
}
