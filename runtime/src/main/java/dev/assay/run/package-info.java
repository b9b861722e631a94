/**
 * A run: its directory, what is left to run in it, and running that; nothing here knows how a worker is spoken to or what a
 * terminal shows.
 */
@NullMarked
package dev.assay.run;

import org.jspecify.annotations.NullMarked;
