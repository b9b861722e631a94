/**
 * Numbers from records: estimates, intervals, paired differences and tests; nothing here knows what was claimed or how a
 * number is shown.
 */
@NullMarked
package dev.assay.estimate;

import org.jspecify.annotations.NullMarked;
