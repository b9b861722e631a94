package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method {@code outcome -> double} as a metric.
 *
 * <p>Its parameter may be a subtype of what the variants return: the metric is then taken where that subtype comes out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Metric {
    /** Which direction is the good one. */
    Better better();

    /** The unit shown beside the values, {@code "ms"} say; none when empty. */
    String unit() default "";

    /** Whether the value is a time, or made from one: it then differs from run to run and may not prove exactness. */
    boolean timing() default false;

    /**
     * The cap of a time-to-target: a value at or beyond it means "never reached". Such a metric is compared by rank, with
     * the share of trials that reached the target shown beside it.
     */
    double never() default Double.NaN;
}
