package dev.assay.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.Effort;
import dev.assay.plan.Plan;

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
 */
@JsonPropertyOrder({"kind", "format", "experiment", "effort", "engine", "seeds", "provenance", "plan", "source"})
public record PlanLine(
        int format,
        String experiment,
        Effort effort,
        String engine,
        int seeds,
        Provenance provenance,
        Plan plan,
        String source)
        implements LedgerLine {}
