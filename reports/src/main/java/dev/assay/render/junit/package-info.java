/** The verdicts in the XML that CI servers read as test results; nothing here judges. */
@NullMarked
package dev.assay.render.junit;

import org.jspecify.annotations.NullMarked;
