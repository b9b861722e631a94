package dev.assay.gate;

/** What the gate says of a run. */
public enum Outcome {
    /** Complete, no claim refuted, nothing worse with statistical support. */
    PASS,
    /** A claim is refuted, or a metric is worse. */
    REGRESSION,
    /** Trials failed or are missing, or something stored was not measured: what is there cannot be relied on. */
    INCOMPLETE
}
