/**
 * An experiment's claims as tests of JUnit, for who depends on {@code org.junit.jupiter:junit-jupiter-api} anyway; nothing
 * here runs a trial otherwise than the command line does.
 */
@NullMarked
package dev.assay.junit;

import org.jspecify.annotations.NullMarked;
