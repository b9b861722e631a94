package dev.assay.experiments.causal;

/**
 * A direct cause.
 *
 * @param from the cause
 * @param to the effect
 */
public record Arrow(String from, String to) {}
