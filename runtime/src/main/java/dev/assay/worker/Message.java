package dev.assay.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;

/** What a worker says: one line of JSON each, over its socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "says")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Message.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Message.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = Message.Beat.class, name = "beat"),
    @JsonSubTypes.Type(value = Message.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Message.Refused.class, name = "refused")
})
sealed interface Message {
    /** The engine is loaded, and jobs may come. */
    record Ready(String engineVersion) implements Message {}

    /** A trial begins. */
    record Started(TrialKey trial) implements Message {}

    /** A trial took a step; at most one a second. */
    record Alive(TrialKey trial) implements Message {}

    /** The process runs, whatever the trial does; once a second. */
    record Beat() implements Message {}

    /** A trial ended, well or not. */
    record Finished(TrialRecord record) implements Message {}

    /** No job of this run can be done here; the worker ends. */
    record Refused(String reason) implements Message {}
}
