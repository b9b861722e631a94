/**
 * The command line: options into a run, a run's progress and verdicts into text, failures into one line and an exit code;
 * nothing here decides what is run or judged.
 */
@NullMarked
package dev.assay.command;

import org.jspecify.annotations.NullMarked;
