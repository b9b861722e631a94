package dev.assay.worker;

import dev.assay.record.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of how a worker's trial goes, and whether that breaks a limit. */
final class Vigil {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern HELD = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Limits limits;
    private @Nullable Long started;
    private long lastStep;
    private long lastBeat;

    /**
     * A broken limit.
     *
     * @param cause what kind of failure it is
     * @param message which limit
     * @param again whether the trial may be tried again, because it might go well
     */
    record Breach(Failure.Cause cause, String message, boolean again) {}

    Vigil(Limits limits) {
        this.limits = limits;
    }

    /** A trial begins. */
    synchronized void begin(long now) {
        started = now;
        lastStep = now;
        lastBeat = now;
    }

    /** The trial took a step. */
    synchronized void step(long now) {
        lastStep = now;
        lastBeat = now;
    }

    /** The worker's process runs. */
    synchronized void beat(long now) {
        lastBeat = now;
    }

    /** The trial ended. */
    synchronized void end() {
        started = null;
    }

    /**
     * The limit that is broken, if any.
     *
     * @param now the time in nanoseconds
     * @param resident how many bytes the process holds, 0 if that is not known
     */
    synchronized Optional<Breach> breach(long now, long resident) {
        if (resident > limits.bytes()) {
            return Optional.of(new Breach(
                    Failure.Cause.MEMORY,
                    "the worker held " + mebibytes(resident) + " MiB in heap and arrays, and may hold "
                            + mebibytes(limits.bytes()) + " (--worker-memory)",
                    false));
        }
        if (started == null) {
            return Optional.empty();
        }
        if (limits.trial().isPresent() && now - started > limits.trial().get().toNanos()) {
            return Optional.of(new Breach(
                    Failure.Cause.TIMEOUT,
                    "the trial took longer than " + words(limits.trial().get()) + " (--trial-timeout)",
                    false));
        }
        if (now - lastBeat > limits.freeze().toNanos()) {
            return Optional.of(new Breach(
                    Failure.Cause.TIMEOUT, "the worker's process has stood still for " + words(limits.freeze()), true));
        }
        if (now - lastStep > limits.silence().toNanos()) {
            return Optional.of(new Breach(
                    Failure.Cause.TIMEOUT,
                    "the trial hangs: it took no step for " + words(limits.silence())
                            + "; one that computes for longer calls Trial.round or steps now and then",
                    true));
        }
        return Optional.empty();
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    private static String words(Duration duration) {
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** How many bytes of memory a process holds; 0 where the system does not say. */
    static long resident(long pid) {
        try {
            Matcher held = HELD.matcher(
                    Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve("status")));
            return held.find() ? Long.parseLong(held.group(1)) << 10 : 0;
        } catch (IOException noSuchFile) {
            return 0; // another system, or a process that has just ended and holds nothing
        }
    }
}
