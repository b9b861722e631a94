/** Experiments on how a net is trained: targets, normalisation, regularisation and schedules. */
@NullMarked
package dev.assay.experiments.training;

import org.jspecify.annotations.NullMarked;
