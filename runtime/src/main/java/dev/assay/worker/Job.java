package dev.assay.worker;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.record.TrialKey;
import java.util.Collection;
import java.util.List;

/**
 * Work for one worker: trials of one experiment, usually all of one seed, so that they can share what the seed computes.
 * It is one line of JSON and holds no code: the worker finds the harness by its id.
 *
 * @param experiment the experiment's id
 * @param planHash the {@link PlanHash} of the plan that the trials belong to
 * @param effort the effort of every trial
 * @param engine the engine of every trial
 * @param trials which trials, in the order in which they run; at least one
 */
public record Job(String experiment, String planHash, Effort effort, EngineName engine, List<TrialKey> trials) {
    public Job {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("a job of " + experiment + " has no trial");
        }
        for (TrialKey trial : trials) {
            if (!trial.experiment().equals(experiment)) {
                throw new IllegalArgumentException("trial " + trial + " is none of the job's experiment " + experiment);
            }
        }
    }

    /** The same job for fewer trials. */
    Job with(Collection<TrialKey> remaining) {
        return new Job(experiment, planHash, effort, engine, List.copyOf(remaining));
    }
}
