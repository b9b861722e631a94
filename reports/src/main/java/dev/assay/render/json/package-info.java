/** {@code report.json}: the report as JSON whose bytes depend on nothing but the ledger. */
@NullMarked
package dev.assay.render.json;

import org.jspecify.annotations.NullMarked;
