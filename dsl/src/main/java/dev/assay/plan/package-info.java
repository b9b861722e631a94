/**
 * The plan: everything an experiment says about itself, as data that can be checked, compared and written to JSON; nothing
 * here runs, measures or draws, and no lambda lives here.
 */
@NullMarked
package dev.assay.plan;

import org.jspecify.annotations.NullMarked;
