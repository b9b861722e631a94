package dev.assay.command;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.run.Progress;
import java.io.PrintWriter;

/** One line on a terminal that is written over. */
final class LiveProgress implements Progress {
    private final PrintWriter err;
    private final int columns;
    private Tally tally = new Tally(0, System.nanoTime());
    private String shown = "";

    LiveProgress(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public void begin(int total, int reused) {
        tally = new Tally(total, System.nanoTime());
        show((reused > 0 ? reused + " trials kept from before, " : "") + total + " to run; starting workers …");
    }

    @Override
    public void started(TrialKey trial) {
        show(tally.text(System.nanoTime()) + "; " + trial);
    }

    @Override
    public void finished(TrialRecord record) {
        tally.add(record);
        if (record.failure() != null) {
            show("");
            err.println(Tally.failureLine(record, record.failure()));
        }
        show(tally.text(System.nanoTime()) + "; " + record.key());
    }

    @Override
    public void end() {
        show(tally.text(System.nanoTime()));
        err.println();
    }

    /** Writes over the line, which must not wrap or the carriage would return to the wrong row. */
    private void show(String text) {
        String fitting = text.length() < columns ? text : text.substring(0, columns - 1);
        err.print("\r" + fitting + " ".repeat(Math.max(0, shown.length() - fitting.length())) + "\r" + fitting);
        err.flush();
        shown = fitting;
    }
}
