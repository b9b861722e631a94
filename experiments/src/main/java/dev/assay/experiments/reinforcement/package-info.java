/**
 * Worlds to act in, policies and critics, and the experiments that compare ways of learning to act; nothing here trains by
 * labels.
 */
@NullMarked
package dev.assay.experiments.reinforcement;

import org.jspecify.annotations.NullMarked;
