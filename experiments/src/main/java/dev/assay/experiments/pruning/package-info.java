/**
 * Nets of which most weights are taken away: what is kept, how many, and what becomes of the rest; nothing here knows of a
 * particular data set but the experiments themselves.
 */
@NullMarked
package dev.assay.experiments.pruning;

import org.jspecify.annotations.NullMarked;
