package dev.assay.worker;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;

/** Who hears how trials go. Several workers' threads call it at once. */
public interface TrialListener {
    /** A trial begins, perhaps a second time after its worker died. */
    void started(TrialKey trial);

    /** A trial ended, well or not. */
    void finished(TrialRecord record);
}
