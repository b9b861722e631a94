/** The report as data: what {@code report.json} says and every other form shows; nothing here draws or writes a file. */
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
