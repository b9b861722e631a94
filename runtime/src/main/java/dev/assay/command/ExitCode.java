package dev.assay.command;

/** What the program's exit code means. */
final class ExitCode {
    /** Done; every trial came to an outcome. */
    static final int DONE = 0;

    /** A claim is refuted, or a metric is worse than it was. */
    static final int REGRESSION = 1;

    /** It could not be done as it was asked for, and nothing was changed. */
    static final int USAGE = 2;

    /** Some trials failed, or could not be run. */
    static final int INCOMPLETE = 3;

    /** Stopped with Ctrl-C. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
