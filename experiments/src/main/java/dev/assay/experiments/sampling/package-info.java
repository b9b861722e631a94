/**
 * Two ways to learn what a density looks like from its logarithm: Markov chains and fitted normals, with the targets they are
 * tried on and the diagnostics that judge them; nothing here knows of trials.
 */
@NullMarked
package dev.assay.experiments.sampling;

import org.jspecify.annotations.NullMarked;
