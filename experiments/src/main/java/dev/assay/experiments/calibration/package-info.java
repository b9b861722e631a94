/**
 * Whether a trained net can be made honest: the experiment, and the methods as functions of predictions, which train no net
 * and touch no engine.
 */
@NullMarked
package dev.assay.experiments.calibration;

import org.jspecify.annotations.NullMarked;
