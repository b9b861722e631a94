package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.plan.Cell;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private static TrialKey trial(String experiment, String variant, int seed) {
        return new TrialKey(experiment, new Cell(variant, Map.of()), seed);
    }

    private static TrialRecord took(TrialKey trial, double seconds, double alone) {
        return new RecordedRun.Trial(0, 0, new Took(seconds, alone), trial).record();
    }

    private static TrialRecord took(TrialKey trial, double seconds) {
        return took(trial, seconds, 0);
    }

    private static double likely(TimeLeft left, double now) {
        return left.at(now).orElseThrow().likely();
    }

    @Test
    void nothingIsSaidBeforeAnythingIsKnown() {
        TimeLeft left = new TimeLeft(List.of(trial("e", "v", 0)), List.of(), 1);
        left.started(trial("e", "v", 0), 3);

        assertThat(left.at(4)).isEmpty();
    }

    @Test
    void earlierRunsTellHowLongItWillTake() {
        List<TrialRecord> earlier = List.of(took(trial("e", "v", 0), 12), took(trial("e", "v", 1), 8));
        TimeLeft left = new TimeLeft(List.of(trial("e", "v", 2)), earlier, 1);

        Remaining all = left.at(0).orElseThrow();
        assertThat(all.likely()).as("at the pace of the last").isCloseTo(8, within(1e-9));
        assertThat(all.least()).isCloseTo(6, within(1e-9));
        assertThat(all.most()).isCloseTo(10, within(1e-9));
        left.started(trial("e", "v", 2), 100);
        assertThat(likely(left, 103)).isCloseTo(5, within(1e-9));
        assertThat(likely(left, 117)).as("it took longer than expected").isZero();
    }

    @Test
    void aCellThatRanOnceMayTakeHalfOfThatTheNextTimeOrHalfMore() {
        TimeLeft left = new TimeLeft(List.of(trial("e", "v", 1)), List.of(took(trial("e", "v", 0), 12)), 1);

        assertThat(left.at(0)).isEqualTo(Optional.of(new Remaining(6, 12, 18)));
        assertThat(left.at(0).orElseThrow().isNarrow()).isFalse();
    }

    @Test
    void howMuchFasterOtherSecondTrialsWereIsBelievedOfFirstOnesToo() {
        List<TrialRecord> earlier =
                List.of(took(trial("e", "v", 0), 8), took(trial("f", "v", 0), 4), took(trial("f", "v", 1), 1));
        TimeLeft left = new TimeLeft(List.of(trial("e", "v", 1)), earlier, 1);

        double inertia = 0.1 * (8 + 4 + 1);
        assertThat(likely(left, 0)).isCloseTo(8 * (1 + inertia) / (4 + inertia), within(1e-9));
    }

    @Test
    void aTrialThatHasTheMachineToItselfKeepsEveryWorkerWaiting() {
        List<TrialRecord> earlier = List.of(took(trial("e", "v", 0), 5, 3), took(trial("e", "v", 1), 5, 3));
        TimeLeft left = new TimeLeft(List.of(trial("e", "v", 2), trial("e", "v", 3)), earlier, 2);

        assertThat(likely(left, 0)).isEqualTo(3 + 3 + 2);
    }

    @Test
    void theMoreIsUnknownTheWiderTheRange() {
        List<TrialKey> all = List.of(trial("e", "v", 0), trial("e", "w", 0), trial("f", "v", 0), trial("f", "w", 0));
        TimeLeft left = new TimeLeft(all, List.of(), 1);
        left.finished(took(all.get(0), 4));
        Remaining early = left.at(4).orElseThrow();
        left.finished(took(all.get(1), 6));
        Remaining between = left.at(10).orElseThrow();
        left.finished(took(all.get(2), 5));
        Remaining late = left.at(15).orElseThrow();

        assertThat(early.likely())
                .as("another cell like it, and another experiment")
                .isEqualTo(4 + 8);
        assertThat(between.likely()).as("another experiment").isEqualTo(10);
        assertThat(late.likely()).as("another cell").isEqualTo(5);
        assertThat(early.isNarrow()).isFalse();
        assertThat(late.most()).isLessThan(between.most());
        assertThat(late.most()).isLessThan(early.most());
    }

    @Test
    void aTrialThatFailedTellsNothingAndIsNotLeft() {
        TrialKey failing = trial("e", "v", 0);
        TimeLeft left = new TimeLeft(List.of(failing, trial("e", "v", 1)), List.of(), 1);
        left.started(failing, 0);
        left.finished(RecordedRun.failed(failing));

        assertThat(left.at(1)).isEmpty();
    }
}
