/**
 * Annotated experiment classes into harness source: read, plan, check, write; only rules on Java elements live here, the
 * rules on plans live in {@code dev.assay.plan}.
 */
@NullMarked
package dev.assay.processor;

import org.jspecify.annotations.NullMarked;
