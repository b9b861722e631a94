/**
 * Normalizing flows: invertible maps from data to a standard normal, as an engine trains them and once more in double
 * precision without an engine; nothing here knows a data set or an experiment.
 */
@NullMarked
package dev.assay.experiments.flows;

import org.jspecify.annotations.NullMarked;
