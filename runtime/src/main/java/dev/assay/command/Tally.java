package dev.assay.command;

import dev.assay.record.Failure;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.time.Duration;

/** How far a run is, and how long it has left at the pace so far. */
final class Tally {
    private final int total;
    private final long start;
    private int done;
    private int failed;

    Tally(int total, long nanoTime) {
        this.total = total;
        this.start = nanoTime;
    }

    void add(TrialRecord record) {
        done++;
        failed += record.status() == Status.FAILED ? 1 : 0;
    }

    /** {@code "12/40 trials, 1 failed, 3 min 20 s left"}. */
    String text(long nanoTime) {
        StringBuilder text =
                new StringBuilder().append(done).append('/').append(total).append(" trials");
        if (failed > 0) {
            text.append(", ").append(failed).append(" failed");
        }
        if (done > 0 && done < total) {
            long left = Math.round((double) (nanoTime - start) / done * (total - done));
            text.append(", ").append(words(Duration.ofNanos(left))).append(" left");
        }
        return text.toString();
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
