package dev.assay.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets one worker at a time have the machine to itself for a measurement, while the others wait at their next step.
 *
 * <p>The workers of a run share a file. Its first byte is a gate that who measures locks, so that nobody passes; its second
 * is held, shared, by everybody who computes, so that who measures waits until the last has stopped.
 */
public final class Machine implements AutoCloseable {
    private static final long GATE = 0;
    private static final long FLOOR = 1;
    private static final Duration NAP = Duration.ofMillis(2);

    private final @Nullable FileChannel file;
    private final Runnable alive;
    private @Nullable FileLock floor;
    private long waitedNanos;
    private long aloneNanos;

    private Machine(@Nullable FileChannel file, Runnable alive) {
        this.file = file;
        this.alive = alive;
    }

    /** A machine on which nobody else computes. */
    public static Machine alone() {
        return new Machine(null, () -> {});
    }

    /**
     * A machine whose other workers share the same file.
     *
     * @param file the file, made if absent
     * @param alive called every few milliseconds while this worker has to wait
     */
    public static Machine sharedThrough(Path file, Runnable alive) throws IOException {
        return new Machine(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                alive);
    }

    /** Says that this worker computes from now on; waits while another measures. */
    void enter() {
        passGate();
        floor = lock(FLOOR, true);
    }

    /** Says that this worker rests. */
    void leave() {
        release(floor);
        floor = null;
    }

    /** Called at each step: waits while another worker measures. */
    void step() {
        if (file == null || floor == null) {
            return;
        }
        FileLock gate = tryLock(GATE, true);
        if (gate != null) {
            release(gate);
            return;
        }
        leave();
        enter();
    }

    /** Runs work while no other worker of the run computes. */
    void measure(Runnable work) {
        boolean inside = floor != null;
        leave();
        FileLock gate = lock(GATE, false);
        FileLock whole = lock(FLOOR, false);
        long start = System.nanoTime();
        try {
            work.run();
        } finally {
            aloneNanos += System.nanoTime() - start;
            release(whole);
            release(gate);
            if (inside) {
                enter();
            }
        }
    }

    /** For how long this worker has waited, in all, while others measured or until they rested. */
    long waitedNanos() {
        return waitedNanos;
    }

    /** For how long this worker has had the machine to itself, in all. */
    long aloneNanos() {
        return aloneNanos;
    }

    private void passGate() {
        release(lock(GATE, true));
    }

    private @Nullable FileLock lock(long part, boolean shared) {
        if (file == null) {
            return null;
        }
        long start = System.nanoTime();
        while (true) {
            FileLock lock = tryLock(part, shared);
            if (lock != null) {
                waitedNanos += System.nanoTime() - start;
                return lock;
            }
            alive.run();
            try {
                Thread.sleep(NAP.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while another worker measures", interrupted);
            }
        }
    }

    private @Nullable FileLock tryLock(long part, boolean shared) {
        try {
            return file == null ? null : file.tryLock(part, 1, shared);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock the file through which workers take turns", failed);
        }
    }

    private static void release(@Nullable FileLock lock) {
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot release the file through which workers take turns", failed);
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        if (file != null) {
            file.close();
        }
    }
}
