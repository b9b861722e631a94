/**
 * Drawings: charts and records as SVG and PNG files, each with words that say what it shows; nothing here computes a
 * statistic of its own or knows about pages.
 */
@NullMarked
package dev.assay.render.draw;

import org.jspecify.annotations.NullMarked;
