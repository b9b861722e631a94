/**
 * Support vector machines as values: kernels, a kept solver behind them, cross-validation, and the conditions that tell an
 * optimum from an attempt; nothing here knows of trials or of a particular data set.
 */
@NullMarked
package dev.assay.experiments.svm;

import org.jspecify.annotations.NullMarked;
