package dev.assay.run;

import dev.assay.engine.EngineName;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.worker.Job;
import dev.assay.worker.PlanHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left to run.
 *
 * @param jobs one for each experiment and seed that has a trial left
 * @param total how many trials the jobs have together
 * @param reused how many trials need not run again
 */
record Schedule(List<Job> jobs, int total, int reused) {
    /**
     * The trials of these plans that did not come to an outcome yet.
     *
     * @param plans what is to be run
     * @param before what the ledger holds; its trials belong to these plans
     */
    static Schedule of(List<PlanLine> plans, EngineName engine, LedgerContent before) {
        Set<TrialKey> done = before.trials().stream()
                .filter(trial -> trial.status() == Status.OK)
                .map(TrialRecord::key)
                .collect(Collectors.toSet());
        List<Job> jobs = new ArrayList<>();
        int total = 0;
        int reused = 0;
        for (PlanLine line : plans) {
            String hash = PlanHash.of(line.plan());
            List<Cell> cells = Cells.of(line.plan());
            for (int i = 0; i < line.seeds(); i++) {
                int seed = i;
                List<TrialKey> left = cells.stream()
                        .map(cell -> new TrialKey(line.experiment(), cell, seed))
                        .filter(trial -> !done.contains(trial))
                        .toList();
                if (!left.isEmpty()) {
                    jobs.add(new Job(line.experiment(), hash, line.effort(), engine, left));
                }
                total += left.size();
                reused += cells.size() - left.size();
            }
        }
        return new Schedule(jobs, total, reused);
    }

    /** The trials of all jobs. */
    List<TrialKey> trials() {
        return jobs.stream().flatMap(job -> job.trials().stream()).toList();
    }
}
