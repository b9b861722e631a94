package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The levels of a factor (on the experiment's constructor) or of a family (on a variant's method).
 *
 * <p>Each is written as text and read as the parameter's type: {@code int}, {@code long}, {@code double},
 * {@code boolean}, {@link String} or an enum. A parameter of an enum type needs no levels: its constants are they.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Levels {
    /** The levels in the order in which they are shown; no two alike. */
    String[] value();
}
