/** Experiments on nets that read sequences, and the tasks that they read. */
@NullMarked
package dev.assay.experiments.sequence;

import org.jspecify.annotations.NullMarked;
