/**
 * Ways of making a trained classifier honest afterwards, as functions of its predictions; nothing here trains a net or
 * touches an engine.
 */
@NullMarked
package dev.assay.experiments.calibration;

import org.jspecify.annotations.NullMarked;
