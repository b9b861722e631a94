/** What is read as Markdown beside a change: the summary of a run; nothing here judges. */
@NullMarked
package dev.assay.render.markdown;

import org.jspecify.annotations.NullMarked;
