/**
 * Running one trial in this process: its streams, arrays, steps, shared values and clock; nothing here knows of workers,
 * ledgers or reports.
 */
@NullMarked
package dev.assay.trial;

import org.jspecify.annotations.NullMarked;
