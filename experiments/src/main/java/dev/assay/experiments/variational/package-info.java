/**
 * Variational inference where the evidence is exact: a linear model with normal noise, normal approximations of its posterior,
 * bounds on its evidence, and autoencoders that learn both; nothing here knows of an experiment.
 */
@NullMarked
package dev.assay.experiments.variational;

import org.jspecify.annotations.NullMarked;
