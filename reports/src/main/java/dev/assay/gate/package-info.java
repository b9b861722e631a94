/** A run's report beside a stored one, and whether what changed may pass; nothing here reads a ledger or judges a claim. */
@NullMarked
package dev.assay.gate;

import org.jspecify.annotations.NullMarked;
