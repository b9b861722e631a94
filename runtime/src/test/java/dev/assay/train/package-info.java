/** Tests of training, run once on each engine. */
@NullMarked
package dev.assay.train;

import org.jspecify.annotations.NullMarked;
