/**
 * The experiments on the foundations of learning: one class a question, each to be read on its own; nothing here is used by
 * another experiment.
 */
@NullMarked
package dev.assay.experiments.foundations;

import org.jspecify.annotations.NullMarked;
