/**
 * The record model: what a trial leaves behind, how its line in the ledger is written and read, and what a run directory
 * says about itself; nothing here computes a statistic.
 */
@NullMarked
package dev.assay.record;

import org.jspecify.annotations.NullMarked;
