/**
 * The data sets that experiments measure on, as plain immutable values; nothing here knows of trials, engines or techniques.
 */
@NullMarked
package dev.assay.experiments.data;

import org.jspecify.annotations.NullMarked;
