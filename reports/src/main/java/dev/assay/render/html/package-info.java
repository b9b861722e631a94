/** Pages: what each page shows, in the order in which it is read, and the templates' side of it; nothing here computes. */
@NullMarked
package dev.assay.render.html;

import org.jspecify.annotations.NullMarked;
