package dev.assay.command;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.run.Progress;

/** Shows nothing. */
final class SilentProgress implements Progress {
    @Override
    public void begin(Outset outset) {}

    @Override
    public void started(TrialKey trial) {}

    @Override
    public void finished(TrialRecord record) {}

    @Override
    public void end() {}
}
