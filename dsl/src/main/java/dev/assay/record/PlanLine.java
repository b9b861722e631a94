package dev.assay.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.Effort;
import dev.assay.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of an experiment in the ledger: what was planned before its first trial.
 *
 * @param format {@link LedgerLine#FORMAT}
 * @param experiment the experiment's id
 * @param effort the effort of every trial of it
 * @param engine the DJL engine's name, {@code "MXNet"} or {@code "PyTorch"}
 * @param seeds how many seeds were planned
 * @param plan the plan
 * @param provenance what its trials depend on besides
 * @param source the source text of the declaring class, or empty if its jar carries none
 * @param looks the numbers of seeds at which a run until its claims are decided looks at them, ascending, the last being its
 *     most; null for a run whose number of seeds is fixed
 */
@JsonPropertyOrder({"kind", "format", "experiment", "effort", "engine", "seeds", "looks", "provenance", "plan", "source"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanLine(
        int format,
        String experiment,
        Effort effort,
        String engine,
        int seeds,
        Provenance provenance,
        Plan plan,
        String source,
        @Nullable List<Integer> looks)
        implements LedgerLine {

    public PlanLine {
        if (looks != null) {
            looks = List.copyOf(looks);
            for (int i = 0; i < looks.size(); i++) {
                if (looks.get(i) < (i == 0 ? 2 : looks.get(i - 1) + 1)) {
                    throw new IllegalArgumentException(
                            "looks are ascending numbers of seeds from 2, not " + looks + " for " + experiment);
                }
            }
            if (!looks.contains(seeds)) {
                throw new IllegalArgumentException(experiment + " is planned for " + seeds
                        + " seeds, at which none of its looks " + looks + " is");
            }
        }
    }

    /** A line of a run whose number of seeds is fixed. */
    public PlanLine(
            int format,
            String experiment,
            Effort effort,
            String engine,
            int seeds,
            Provenance provenance,
            Plan plan,
            String source) {
        this(format, experiment, effort, engine, seeds, provenance, plan, source, null);
    }
}
