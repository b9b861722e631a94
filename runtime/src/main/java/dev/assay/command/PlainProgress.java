package dev.assay.command;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.run.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A line with a time stamp every now and then, for a log. */
final class PlainProgress implements Progress {
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintWriter err;
    private Tally tally = Tally.empty();
    private long lastLine = System.nanoTime();

    PlainProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begin(Outset outset) {
        tally = new Tally(outset);
        print(outset.trials().size() + " trials to run"
                + (outset.reused() > 0 ? ", " + outset.reused() + " kept from before" : ""));
    }

    @Override
    public void started(TrialKey trial) {
        tally.started(trial, System.nanoTime());
    }

    @Override
    public void finished(TrialRecord record) {
        tally.finished(record);
        if (record.failure() != null) {
            print(Tally.failureLine(record, record.failure()));
        }
        if (System.nanoTime() - lastLine >= PAUSE) {
            print(tally.text(System.nanoTime()) + "; last " + record.key());
        }
    }

    @Override
    public void end() {
        print(tally.text(System.nanoTime()));
    }

    private void print(String text) {
        lastLine = System.nanoTime();
        err.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
