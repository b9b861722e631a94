package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method {@code (Trial[, levels…]) -> outcome} as one way of doing the thing that the experiment compares.
 *
 * <p>Parameters after the {@link Trial} carry {@link Levels} and make the variant a family.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Variant {
    /** Whether this is the one variant that the others are compared with. */
    boolean baseline() default false;

    /** Whether this is drawn as a line for orientation (a teacher, a ceiling) and gets no comparison of its own. */
    boolean reference() default false;

    /** The factor levels at which the variant exists, as {@code "target!=BANANA, length=64"}; all when empty. */
    String when() default "";

    /** Factors that make no difference to this variant: it runs once a seed and is paired with each of their levels. */
    String[] ignores() default {};
}
