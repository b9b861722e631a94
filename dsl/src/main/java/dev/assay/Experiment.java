package dev.assay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record or final class as an experiment: one technique's comparison.
 *
 * <p>The parameters of its only constructor are the factors, swept for every variant; its methods are the variants, metrics
 * and figures. Its Javadoc is the prose of the report. {@code javac} checks the design and writes the class's harness
 * beside it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Experiment {
    /** The name on the command line and of the report's page; the class's name in kebab case unless given. */
    String id() default "";

    /** The number of the guide's question that this experiment answers, from 1; 0 for none. */
    int question() default 0;

    /** The technique's name, as a heading. */
    String title();

    /** The question that the experiment answers by measurement, as a sentence that ends in a question mark. */
    String asks();

    /** How many paired seeds a trial of {@code quick} effort gets; at least 2. */
    int quickSeeds() default 10;

    /** How many paired seeds a trial of {@code full} effort gets; at least 2. */
    int fullSeeds() default 20;
}
