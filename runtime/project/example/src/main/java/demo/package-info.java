/** An experiment of one's own; nothing of Assay lives here. */
@NullMarked
package demo;

import org.jspecify.annotations.NullMarked;
