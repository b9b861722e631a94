package dev.assay.record;

/** How a trial ended. */
public enum Status {
    /** It came to an outcome, on which the metrics were taken. */
    OK,
    /** It came to none; its {@link Failure} says why. */
    FAILED
}
