/** Fitting curves in double precision, and what their errors are made of; no net and no engine. */
@NullMarked
package dev.assay.experiments.regression;

import org.jspecify.annotations.NullMarked;
