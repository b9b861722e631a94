/** Benchmarks, run by hand; each class says how. */
@NullMarked
package dev.assay.benchmark;

import org.jspecify.annotations.NullMarked;
