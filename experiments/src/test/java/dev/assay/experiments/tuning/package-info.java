/**
 * How the learning rates frozen in the experiments were chosen: the same small grid for every variant, on seeds and validation
 * rows that are never judged. These are programs to run by hand, not tests.
 */
@NullMarked
package dev.assay.experiments.tuning;

import org.jspecify.annotations.NullMarked;
