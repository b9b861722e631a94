package dev.assay.command;

import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.run.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A line for each running trial and one for the total, on a terminal, written over at least once a second. */
final class LiveProgress implements Progress {
    private static final String ERASE_BELOW = "\r\033[J";

    private final PrintWriter err;
    private final int columns;
    private Tally tally = Tally.empty();
    private String head = "";
    private int shown;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ScheduledFuture<?> refreshing;

    LiveProgress(PrintWriter err, int columns) {
        this.err = err;
        this.columns = columns;
    }

    @Override
    public synchronized void begin(Outset outset) {
        tally = new Tally(outset);
        head = (outset.reused() > 0 ? outset.reused() + " trials kept from before, " : "")
                + outset.trials().size() + " to run; starting workers …";
        show(List.of(head));
        clock = Executors.newSingleThreadScheduledExecutor(LiveProgress::daemon);
        refreshing = clock.scheduleAtFixedRate(this::refresh, 1, 1, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void started(TrialKey trial) {
        head = "";
        tally.started(trial, System.nanoTime());
        refresh();
    }

    @Override
    public synchronized void finished(TrialRecord record) {
        tally.finished(record);
        if (record.failure() != null) {
            show(List.of());
            err.println(Tally.failureLine(record, record.failure()));
        }
        refresh();
    }

    @Override
    public synchronized void end() {
        if (clock != null && refreshing != null) {
            refreshing.cancel(false);
            clock.shutdown();
        }
        show(List.of(tally.text(System.nanoTime())));
        err.println();
        shown = 0;
    }

    private synchronized void refresh() {
        if (head.isEmpty()) {
            long now = System.nanoTime();
            List<String> lines = new ArrayList<>(tally.running(now));
            lines.add(tally.text(now));
            show(lines);
        }
    }

    /** Writes over what was shown. No line may wrap, or the count of lines to go up would be wrong. */
    private void show(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (shown > 1) {
            text.append("\033[" + (shown - 1) + "A");
        }
        text.append(ERASE_BELOW);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            text.append(i == 0 ? "" : "\n").append(line.length() < columns ? line : line.substring(0, columns - 1));
        }
        err.print(text);
        err.flush();
        shown = lines.size();
    }
}
