package dev.assay.run;

import dev.assay.record.LedgerLine;
import dev.assay.record.RunInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What {@code run.json} says about a run, at its start and at its end. */
final class RunClock {
    private final RunOptions options;
    private final Schedule schedule;
    private final Instant start;

    private RunClock(RunOptions options, Schedule schedule, Instant start) {
        this.options = options;
        this.schedule = schedule;
        this.start = start;
    }

    static RunClock start(RunOptions options, Schedule schedule) {
        return new RunClock(options, schedule, Instant.now());
    }

    /** A run that goes on, or was killed. */
    RunInfo begun() {
        return info("", 0, 0, 0, "");
    }

    /** A run that is done. */
    RunInfo ended(int trials, int workers, String engineVersion) {
        Instant end = Instant.now();
        return info(
                end.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.between(start, end).toMillis() / 1e3,
                trials,
                workers,
                engineVersion);
    }

    private RunInfo info(String finished, double seconds, int trials, int workers, String engineVersion) {
        return new RunInfo(
                LedgerLine.FORMAT,
                options.command(),
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                finished,
                seconds,
                trials,
                schedule.reused(),
                workers,
                options.engine().djlName(),
                engineVersion,
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }
}
