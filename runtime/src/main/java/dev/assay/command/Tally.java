package dev.assay.command;

import dev.assay.record.Failure;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.run.Progress;
import dev.assay.run.Remaining;
import dev.assay.run.TimeLeft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a run is, what it is doing, and how long it has left. */
final class Tally {
    private static final double NANOS = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final int total;
    private final TimeLeft timeLeft;
    private final Map<TrialKey, Long> running = new LinkedHashMap<>();
    private int done;
    private int failed;

    Tally(Progress.Outset outset) {
        this.total = outset.trials().size();
        this.timeLeft = new TimeLeft(outset.trials(), outset.earlier(), outset.workers());
    }

    /** Nothing to do. */
    static Tally empty() {
        return new Tally(new Progress.Outset(List.of(), 0, List.of(), 1));
    }

    void started(TrialKey trial, long nanoTime) {
        running.put(trial, nanoTime);
        timeLeft.started(trial, nanoTime / NANOS);
    }

    void finished(TrialRecord record) {
        done++;
        failed += record.status() == Status.FAILED ? 1 : 0;
        running.remove(record.key());
        timeLeft.finished(record);
    }

    /** {@code "12/40 trials, 1 failed, 3 min 20 s left"}, or {@code "3–8 min left"} as long as much of it is a guess. */
    String text(long nanoTime) {
        StringBuilder text =
                new StringBuilder().append(done).append('/').append(total).append(" trials");
        if (failed > 0) {
            text.append(", ").append(failed).append(" failed");
        }
        if (done > 0 && done < total) {
            timeLeft.at(nanoTime / NANOS)
                    .ifPresent(left -> text.append(", ").append(words(left)).append(" left"));
        }
        return text.toString();
    }

    /** {@code "3 min 20 s"}, or {@code "3–8 min"} if one number would say more than is known. */
    static String words(Remaining left) {
        if (left.isNarrow()) {
            return words(Duration.ofSeconds(Math.round(left.likely())));
        }
        long unit = left.most() >= 2 * HOUR ? HOUR : left.most() >= 2 * MINUTE ? MINUTE : 1;
        long least = (long) (left.least() / unit);
        long most = Math.max(1, (long) Math.ceil(left.most() / unit));
        String name = unit == HOUR ? " h" : unit == MINUTE ? " min" : " s";
        return least == 0 ? "up to " + most + name : least + "–" + most + name;
    }

    /** What each worker does, and for how long it has: {@code "  coins/fair/3, 8 s"}. */
    List<String> running(long nanoTime) {
        List<String> lines = new ArrayList<>();
        running.forEach((trial, since) -> lines.add("  " + trial + ", " + words(Duration.ofNanos(nanoTime - since))));
        return lines;
    }

    /** {@code "2 h 5 min"}, {@code "3 min 20 s"} or {@code "8 s"}. */
    static String words(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return Math.max(1, duration.toSeconds()) + " s";
    }

    /** One line about a trial that failed. */
    static String failureLine(TrialRecord record, Failure failure) {
        String message = failure.message().lines().findFirst().orElse("");
        String at = failure.at().isEmpty() ? "" : " at " + failure.at();
        return record.key() + " failed: " + message + at;
    }
}
