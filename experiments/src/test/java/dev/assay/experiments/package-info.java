/** Tests of the experiments' parts, and what they share. */
@NullMarked
package dev.assay.experiments;

import org.jspecify.annotations.NullMarked;
