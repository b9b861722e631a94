/** The report as JSON whose bytes depend on nothing but the ledger: {@code report.json} and {@code bencher.json}. */
@NullMarked
package dev.assay.render.json;

import org.jspecify.annotations.NullMarked;
