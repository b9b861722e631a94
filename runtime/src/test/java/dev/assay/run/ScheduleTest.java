package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.Plan;
import dev.assay.record.Failure;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Catalogue;
import dev.assay.worker.CoinsHarness;
import dev.assay.worker.Job;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Plan PLAN = Catalogue.load().get(CoinsHarness.ID).plan();
    private static final List<Cell> CELLS = Cells.of(PLAN);

    private static Schedule schedule(int seeds, TrialRecord... before) {
        PlanLine line = new PlanLine(
                LedgerLine.FORMAT,
                PLAN.id(),
                Effort.QUICK,
                "MXNet",
                seeds,
                new Provenance("", Map.of(), Map.of(), Map.of(), "", 1),
                PLAN,
                "");
        return Schedule.of(List.of(line), EngineName.MXNET, new LedgerContent(Map.of(), List.of(before), 0));
    }

    private static TrialRecord record(Cell cell, int seed, @Nullable Failure failure) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                PLAN.id(),
                cell.variant(),
                cell.levels(),
                seed,
                failure == null ? Status.OK : Status.FAILED,
                Map.of(),
                List.of(),
                List.of(),
                failure,
                0,
                Effort.QUICK,
                "MXNet");
    }

    @Test
    void theTrialsOfASeedAreOneJob() {
        Schedule schedule = schedule(3);

        assertThat(schedule.total()).isEqualTo(3 * CoinsHarness.CELLS);
        assertThat(schedule.reused()).isZero();
        assertThat(schedule.jobs())
                .hasSize(3)
                .allSatisfy(job ->
                        assertThat(job.trials()).extracting(TrialKey::cell).isEqualTo(CELLS));
        assertThat(schedule.jobs())
                .extracting(job -> job.trials().get(0).seed())
                .containsExactly(0, 1, 2);
    }

    @Test
    void aTrialWithAnOutcomeIsNotRunAgainAndAFailedOneIs() {
        Schedule schedule = schedule(
                2,
                record(CELLS.get(0), 0, null),
                record(CELLS.get(1), 0, new Failure(Failure.Cause.CRASH, "died", "", "")),
                record(CELLS.get(0), 7, null));

        assertThat(schedule.reused()).isOne();
        assertThat(schedule.total()).isEqualTo(2 * CoinsHarness.CELLS - 1);
        assertThat(schedule.jobs().get(0).trials())
                .extracting(TrialKey::cell)
                .isEqualTo(CELLS.subList(1, CELLS.size()));
    }

    @Test
    void aSeedThatIsDoneIsNoJob() {
        TrialRecord[] done = CELLS.stream().map(cell -> record(cell, 0, null)).toArray(TrialRecord[]::new);

        assertThat(schedule(2, done).jobs())
                .singleElement()
                .extracting(Job::trials)
                .satisfies(
                        trials -> assertThat(trials).extracting(TrialKey::seed).containsOnly(1));
    }
}
