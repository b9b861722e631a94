package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the seeds are splits drawn again from one table, and not fresh data.
 *
 * <p>Such splits share rows, so their values vary less together than they would on new data. Intervals and tests there take
 * the variance of Nadeau and Bengio ("Inference for the generalization error", 2003), (1/n + test/train) s² in place of s²/n:
 * they are wider, and no number of seeds makes them as narrow as one likes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Resamplings.class)
public @interface Resampled {
    /** How much of the table trains in each split: rows, or parts such as 2 of 3; at least 1. */
    int train();

    /** How much of the table tests in each split, in the same; at least 1. */
    int test();

    /** The factor levels at which it is so, as {@code "data=CANCER"}; all when empty. */
    String when() default "";
}
