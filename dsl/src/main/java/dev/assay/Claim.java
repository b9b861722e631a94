package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A statement about variants and a metric that the author stakes before the experiment is run.
 *
 * <p>Exactly one of {@link #beats}, {@link #matches}, {@link #atMost} and {@link #atLeast} says what is claimed. A side is
 * written {@code "variant"} or {@code "variant(level=…, factor=…)"}; a level that is left free means <em>every</em> level:
 * the claim holds if it holds in each cell and is refuted if it is refuted in one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Claims.class)
public @interface Claim {
    /** The side that the claim is about; {@code "*"} for every variant (with {@link #atMost} and {@link #atLeast}). */
    String that();

    /** The side that {@link #that} is better than, in the metric's direction. */
    String beats() default "";

    /** The side that {@link #that} equals, give or take {@link #within}. */
    String matches() default "";

    /** The metric's name. */
    String on();

    /** The factor levels at which both sides are compared, as {@code "batchSize=2, data=MOONS"}; all when empty. */
    String when() default "";

    /** With {@link #beats}: by how much, in the metric's unit; negative for "not worse by more than". 0 unless given. */
    double by() default Double.NaN;

    /** With {@link #beats}: by what ratio, more than 1; tested on logarithms, so the metric must be positive. */
    double times() default Double.NaN;

    /** With {@link #matches}: the largest difference that still counts as equal; 0 means equal at every seed. */
    double within() default Double.NaN;

    /** The metric is at most this at every seed: a statement of exactness, judged without a p-value. */
    double atMost() default Double.NaN;

    /** The metric is at least this at every seed: a statement of exactness, judged without a p-value. */
    double atLeast() default Double.NaN;

    /** A factor of numbers: each side's value becomes its log–log slope along it, fitted per seed. */
    String along() default "";

    /** Whether free factors are judged one by one or averaged within a seed first. */
    Over over() default Over.EACH;
}
