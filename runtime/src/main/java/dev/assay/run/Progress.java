package dev.assay.run;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;

/** Who shows how a run goes. Calls come one at a time. */
public interface Progress {
    /**
     * The run begins.
     *
     * @param total how many trials it has to run
     * @param reused how many stood in the ledger already
     */
    void begin(int total, int reused);

    /** A trial begins, perhaps a second time after its worker died. */
    void started(TrialKey trial);

    /** A trial ended, well or not. */
    void finished(TrialRecord record);

    /** Nothing more will happen. */
    void end();
}
