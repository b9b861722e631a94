package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Draws metrics against a factor, or against a family's level, from the recorded trials. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Plots.class)
public @interface Plot {
    /** The metrics' names, one panel each. */
    String[] of();

    /** The factor on the horizontal axis, or {@code "variant.level"} for a family's own level. */
    String against();

    /** Whether the horizontal axis is logarithmic; the factor must then be positive numbers. */
    boolean log() default false;
}
