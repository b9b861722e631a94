/**
 * Charts as values: what a figure returns, what a record carries and what a report draws; nothing here knows about pixels
 * of a page, colours or files.
 */
@NullMarked
package dev.assay.chart;

import org.jspecify.annotations.NullMarked;
