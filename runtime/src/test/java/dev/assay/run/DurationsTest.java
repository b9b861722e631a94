package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.plan.Cell;
import dev.assay.record.TrialKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static TrialKey trial(String experiment, int seed) {
        return new TrialKey(experiment, new Cell("v", Map.of()), seed);
    }

    private static void add(Durations durations, String experiment, double... seconds) {
        for (int seed = 0; seed < seconds.length; seed++) {
            durations.add(new RecordedRun.Trial(0, 0, new Took(seconds[seed], 0), trial(experiment, seed)).record());
        }
    }

    @Test
    void theFirstCountsOnlyUntilThereIsAnother() {
        Durations durations = Durations.of(List.of(), 1);
        add(durations, "e", 4);
        assertThat(durations.seconds(trial("e", 9))).isEqualTo(4);

        Measured cell = new Measured(new Took(4, 0), 1);
        cell.add(new Took(2, 0));
        assertThat(cell.typical()).isEqualTo(new Took(2, 0));
    }

    @Test
    void oneThatWasDisturbedDoesNotCount() {
        Measured cell = new Measured(new Took(9, 0), 1);
        cell.add(new Took(2, 0));
        cell.add(new Took(50, 0));
        assertThat(cell.typical().seconds()).as("the shorter of two").isEqualTo(2);
        cell.add(new Took(3, 0));
        assertThat(cell.typical().seconds()).isEqualTo(3);
    }

    @Test
    void eachTrialLeavesHalfTheDoubt() {
        Measured cell = new Measured(new Took(9, 0), 1);
        assertThat(cell.doubt()).isEqualTo(0.5);
        cell.add(new Took(9, 0));
        assertThat(cell.doubt()).isEqualTo(0.25);

        Measured onTwoWorkers = new Measured(new Took(9, 0), 2);
        onTwoWorkers.add(new Took(9, 0));
        assertThat(onTwoWorkers.doubt())
                .as("either may have been a worker's first")
                .isEqualTo(0.5);
        onTwoWorkers.add(new Took(9, 0));
        assertThat(onTwoWorkers.doubt()).isEqualTo(0.25);
    }

    @Test
    void aMachineThatBecameSlowerIsSlowerForWhatWasMeasuredBefore() {
        Durations durations = Durations.of(List.of(), 1);
        add(durations, "early", 2, 2);
        for (int i = 0; i < 20; i++) {
            add(durations, "e" + i, 1, 1);
        }
        assertThat(durations.pace()).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            add(durations, "e" + i, 2);
        }

        assertThat(durations.pace()).isBetween(1.4, 2.0);
        assertThat(durations.seconds(trial("early", 9))).isEqualTo(2 * durations.pace());
    }

    @Test
    void aTrialThatTookNoTimeTellsNothing() {
        Durations durations = Durations.of(List.of(), 1);
        add(durations, "e", 0, 0, 0);

        assertThat(durations.knows("e")).isFalse();
        assertThat(durations.pace()).isEqualTo(1);
        assertThat(durations.seconds(trial("e", 9))).isZero();
    }
}
