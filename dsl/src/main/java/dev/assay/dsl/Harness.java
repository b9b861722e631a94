package dev.assay.dsl;

/**
 * An experiment that can be found and run: generated from an annotated class, or written by hand in the fluent DSL, and
 * named in {@code META-INF/services/dev.assay.dsl.Harness}.
 *
 * @param <O> what every variant returns
 */
public interface Harness<O> {
    /** The plan with the code behind its names. */
    Executable<O> executable();
}
