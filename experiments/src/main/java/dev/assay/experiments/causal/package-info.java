/**
 * Causal graphs and structural models as values, criteria that find on a graph what must be measured, and estimators as the
 * equations they solve; nothing here knows of trials.
 */
@NullMarked
package dev.assay.experiments.causal;

import org.jspecify.annotations.NullMarked;
