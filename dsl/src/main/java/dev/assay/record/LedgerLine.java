package dev.assay.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the ledger {@code trials.jsonl}: first the plan of each experiment, then a record a trial. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanLine.class, name = "plan"),
    @JsonSubTypes.Type(value = TrialRecord.class, name = "trial")
})
public sealed interface LedgerLine permits PlanLine, TrialRecord {
    /** The format that this project writes and reads. */
    int FORMAT = 2;

    /** The format's number. */
    int format();

    /** The experiment's id. */
    String experiment();
}
