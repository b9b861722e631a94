package dev.assay.run;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import java.util.List;

/** Who shows how a run goes. Calls come one at a time. */
public interface Progress {
    /**
     * What is known when a run begins.
     *
     * @param trials what it has to run
     * @param reused how many trials stood in the ledger already
     * @param earlier what stood in the ledger, from which it may be known how long trials take
     * @param workers how many trials run at once
     */
    record Outset(List<TrialKey> trials, int reused, List<TrialRecord> earlier, int workers) {
        public Outset {
            trials = List.copyOf(trials);
            earlier = List.copyOf(earlier);
        }
    }

    /** The run begins. */
    void begin(Outset outset);

    /** A trial begins, perhaps a second time after its worker died. */
    void started(TrialKey trial);

    /** A trial ended, well or not. */
    void finished(TrialRecord record);

    /** Nothing more will happen. */
    void end();
}
