package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.Failure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Limits LIMITS =
            new Limits(Optional.of(Duration.ofSeconds(100)), Duration.ofSeconds(30), Duration.ofSeconds(10), 1 << 20);

    private final Vigil vigil = new Vigil(LIMITS);

    @Test
    void nothingIsBrokenBetweenTrialsHoweverLongThatLasts() {
        vigil.begin(0);
        vigil.end();

        assertThat(vigil.breach(1_000_000 * SECOND, 0)).isEmpty();
    }

    @Test
    void aTrialThatStepsOnIsEndedByItsTimeLimitOnly() {
        vigil.begin(0);
        for (int second = 1; second <= 100; second++) {
            vigil.step(second * SECOND);
            assertThat(vigil.breach(second * SECOND, 0)).isEmpty();
        }

        assertThat(vigil.breach(101 * SECOND, 0)).hasValueSatisfying(breach -> {
            assertThat(breach.cause()).isEqualTo(Failure.Cause.TIMEOUT);
            assertThat(breach.message()).contains("longer than 100 s (--trial-timeout)");
            assertThat(breach.again()).isFalse();
        });
    }

    @Test
    void aTrialThatTakesNoStepHangsThoughItsProcessRuns() {
        vigil.begin(0);
        for (int second = 1; second <= 30; second++) {
            vigil.beat(second * SECOND);
            assertThat(vigil.breach(second * SECOND, 0)).isEmpty();
        }

        vigil.beat(31 * SECOND);
        assertThat(vigil.breach(31 * SECOND, 0)).hasValueSatisfying(breach -> {
            assertThat(breach.message()).contains("took no step for 30 s");
            assertThat(breach.again()).isTrue();
        });
    }

    @Test
    void aProcessThatGivesNoSignStandsStill() {
        vigil.begin(0);

        assertThat(vigil.breach(11 * SECOND, 0)).hasValueSatisfying(breach -> {
            assertThat(breach.message()).contains("stood still for 10 s");
            assertThat(breach.again()).isTrue();
        });
    }

    @Test
    void memoryCountsAtAnyTime() {
        assertThat(vigil.breach(0, 1 << 20)).isEmpty();
        assertThat(vigil.breach(0, 3 << 20)).hasValueSatisfying(breach -> {
            assertThat(breach.cause()).isEqualTo(Failure.Cause.MEMORY);
            assertThat(breach.message()).contains("held 3 MiB").contains("may hold 1 (--worker-memory)");
            assertThat(breach.again()).isFalse();
        });
    }

    @Test
    void knowsWhatThisProcessHolds() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                java.nio.file.Files.exists(java.nio.file.Path.of("/proc/self/status")), "only Linux says it in /proc");

        assertThat(Vigil.resident(ProcessHandle.current().pid())).isBetween(10L << 20, 64L << 30);
        assertThat(Vigil.resident(Integer.MAX_VALUE)).isZero();
    }
}
