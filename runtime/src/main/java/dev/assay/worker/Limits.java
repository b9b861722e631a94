package dev.assay.worker;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a trial may take and how much memory its worker may use.
 *
 * @param trial how long a trial may take in all; no limit if empty
 * @param silence how long a trial may go on without a step, a metered repeat or its end
 * @param freeze how long a worker's process may give no sign that it runs at all
 * @param bytes how much memory a worker's process may hold, heap and arrays together; looked at on Linux only
 */
public record Limits(Optional<Duration> trial, Duration silence, Duration freeze, long bytes) {
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final Duration FREEZE = Duration.ofMinutes(1);
    private static final double SHARE = 0.8;

    public Limits {
        if (trial.isPresent() && (trial.get().isNegative() || trial.get().isZero())) {
            throw new IllegalArgumentException(
                    "a trial may take some time, not " + trial.get().toSeconds() + " s");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("a worker may use some memory, not " + bytes + " bytes");
        }
    }

    /** No limit on a trial's time; workers may together use four fifths of the machine's memory. */
    public static Limits of(int workers) {
        long all =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : Long.MAX_VALUE;
        return new Limits(Optional.empty(), SILENCE, FREEZE, Math.max(1, (long) (SHARE * all / workers)));
    }

    /** The same with a limit on a trial's time. */
    public Limits withTrial(Duration limit) {
        return new Limits(Optional.of(limit), silence, freeze, bytes);
    }

    /** The same with another limit on memory. */
    public Limits withBytes(long limit) {
        return new Limits(trial, silence, freeze, limit);
    }
}
