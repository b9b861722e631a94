/**
 * The experiments on models that generate: one class a question, each to be read on its own; nothing here is used by another
 * experiment.
 */
@NullMarked
package dev.assay.experiments.generative;

import org.jspecify.annotations.NullMarked;
