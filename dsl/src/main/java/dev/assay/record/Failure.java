package dev.assay.record;

/**
 * Why a trial came to no outcome.
 *
 * @param cause what kind of end it was
 * @param message what the exception or the runtime said
 * @param at the first stack frame outside the platform and the engine, or empty
 * @param output the last lines that the worker printed; may be empty
 */
public record Failure(Cause cause, String message, String at, String output) {
    /** The kinds of end. */
    public enum Cause {
        /** The experiment's code threw. */
        EXCEPTION,
        /** A recorded curve or a metric became NaN. */
        DIVERGED,
        /** The trial gave no sign of life for too long. */
        TIMEOUT,
        /** The worker ran out of memory. */
        MEMORY,
        /** The worker's process ended. */
        CRASH
    }
}
