/** Verdicts: what the numbers say about each claim and why; nothing here reads a file or writes a page. */
@NullMarked
package dev.assay.judge;

import org.jspecify.annotations.NullMarked;
