/**
 * The fluent DSL: the second way to write an experiment, and the language that generated harnesses are written in; rules
 * live in {@code dev.assay.plan}, and nothing here runs a trial.
 */
@NullMarked
package dev.assay.dsl;

import org.jspecify.annotations.NullMarked;
