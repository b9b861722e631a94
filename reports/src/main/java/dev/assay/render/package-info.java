/** The last stage: reads a run directory and writes its report; nothing here judges. */
@NullMarked
package dev.assay.render;

import org.jspecify.annotations.NullMarked;
