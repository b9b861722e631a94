/** Writing the ledger of a run so that no crash can spoil it; nothing here knows which trials there should be. */
@NullMarked
package dev.assay.ledger;

import org.jspecify.annotations.NullMarked;
