package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method {@code outcome -> Chart} as a figure, drawn from the first seed's outcome of each cell.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Figure {
    /** The figure's caption. */
    String value();

    /** The factor levels at which it is drawn, as {@code "length=256"}; all when empty. */
    String when() default "";
}
