/**
 * What an author's class imports: the annotations that declare an experiment and the {@link dev.assay.Trial} it runs in;
 * nothing here knows how a trial is run, recorded or judged.
 */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
