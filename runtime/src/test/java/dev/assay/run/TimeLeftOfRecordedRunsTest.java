package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether what is said to be left is so, on runs that happened (their resources say how they were recorded). Judged after each
 * trial from the moment at which a tenth of the run's time has gone by. One number must be within a quarter of the truth, or
 * within {@value #FLOOR} s near the end, where one trial's noise is all there is; a range must hold it, give or take as much.
 */
class TimeLeftOfRecordedRunsTest {
    private static final double FLOOR = 5;

    private static void assertHonest(List<RecordedRun.Told> told, double end) {
        for (RecordedRun.Told each : told) {
            if (each.at() >= 0.1 * end) {
                double truth = end - each.at();
                Remaining left = each.left();
                if (left.isNarrow()) {
                    assertThat(Math.abs(left.likely() - truth))
                            .as("after %.1f s of %.1f: %s", each.at(), end, left)
                            .isLessThanOrEqualTo(Math.max(FLOOR, 0.25 * truth));
                } else {
                    assertThat(truth)
                            .as("after %.1f s of %.1f: %s", each.at(), end, left)
                            .isBetween(0.75 * left.least() - FLOOR, 1.25 * left.most() + FLOOR);
                }
            }
        }
    }

    /** The share of the run's time during which one number is said. */
    private static double narrow(List<RecordedRun.Told> told, double end) {
        double seconds = 0;
        for (int i = 0; i < told.size(); i++) {
            double until = i + 1 < told.size() ? told.get(i + 1).at() : end;
            seconds += told.get(i).left().isNarrow() ? until - told.get(i).at() : 0;
        }
        return seconds / end;
    }

    @ParameterizedTest
    @CsvSource({
        "quick-4-seeds-2-workers.tsv, 2",
        "quick-4-seeds-2-workers-measuring.tsv, 2",
        "quick-3-seeds-1-worker.tsv, 1",
        "full-2-seeds-2-workers.tsv, 2",
    })
    void asItHappened(String resource, int workers) {
        RecordedRun run = RecordedRun.of(resource);

        List<RecordedRun.Told> told = run.told(new TimeLeft(run.took().keySet(), List.of(), workers));

        assertHonest(told, run.end());
    }

    /** The same trials on other numbers of workers, handed out on a clock that nobody waits for. */
    @ParameterizedTest
    @CsvSource({
        "quick-4-seeds-2-workers.tsv, 1",
        "quick-4-seeds-2-workers.tsv, 2",
        "quick-4-seeds-2-workers.tsv, 4",
        "quick-4-seeds-2-workers-measuring.tsv, 2",
        "quick-3-seeds-1-worker.tsv, 1",
        "quick-3-seeds-1-worker.tsv, 3",
        "full-2-seeds-2-workers.tsv, 1",
        "full-2-seeds-2-workers.tsv, 3",
    })
    void onOtherNumbersOfWorkers(String resource, int workers) {
        RecordedRun recorded = RecordedRun.of(resource);
        VirtualRun run = new VirtualRun(recorded.jobs(), recorded.took(), workers);

        assertHonest(run.run(), run.end());
    }

    @Test
    void oneNumberIsSaidFromTheStartWhereThreeSeedsWereRunBefore() {
        RecordedRun run = RecordedRun.of("quick-4-seeds-2-workers.tsv");
        List<RecordedRun.Trial> before =
                run.trials().stream().filter(trial -> trial.key().seed() < 3).toList();
        List<RecordedRun.Trial> after =
                run.trials().stream().filter(trial -> trial.key().seed() >= 3).toList();
        RecordedRun rest = new RecordedRun(after);
        VirtualRun virtual = new VirtualRun(
                rest.jobs(),
                rest.took(),
                1,
                before.stream().map(RecordedRun.Trial::record).toList());

        List<RecordedRun.Told> told = virtual.run();

        assertThat(narrow(told, virtual.end())).isGreaterThan(0.95);
    }
}
