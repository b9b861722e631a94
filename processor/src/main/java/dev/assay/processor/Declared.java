package dev.assay.processor;

import dev.assay.plan.LevelType;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment class declares, each part with the element or annotation that declares it.
 *
 * @param type the class
 * @param binaryName its name as {@link Class#getName} gives it
 * @param experiment its annotation
 * @param factors the parameters of its constructor
 * @param variants its variants in the order written
 * @param metrics its metrics in the order written
 * @param figures its figures in the order written
 * @param plots its plots in the order written
 * @param claims its claims in the order written
 * @param resamplings its resamplings in the order written
 */
record Declared(
        TypeElement type,
        String binaryName,
        Mark experiment,
        List<Levelled> factors,
        List<Way> variants,
        List<Reading> metrics,
        List<Reading> figures,
        List<Mark> plots,
        List<Mark> claims,
        List<Mark> resamplings) {
    Declared {
        factors = List.copyOf(factors);
        variants = List.copyOf(variants);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
        plots = List.copyOf(plots);
        claims = List.copyOf(claims);
        resamplings = List.copyOf(resamplings);
    }

    /** The class's name as its author says it. */
    String name() {
        return type.getSimpleName().toString();
    }

    /**
     * A parameter that has levels: a factor, or a level of a family.
     *
     * @param parameter the parameter
     * @param type what its levels are read as
     * @param mark its levels, or null where there are none or the enum's constants are they
     * @param levels the levels' texts, as written
     */
    record Levelled(
            VariableElement parameter,
            LevelType type,
            @Nullable Mark mark,
            List<String> levels) {
        Levelled {
            levels = List.copyOf(levels);
        }

        String name() {
            return parameter.getSimpleName().toString();
        }
    }

    /**
     * A variant.
     *
     * @param method its method
     * @param mark its annotation
     * @param family the parameters after the trial
     * @param returns what it returns, or null where that is no outcome, which has been reported
     */
    record Way(
            ExecutableElement method,
            Mark mark,
            List<Levelled> family,
            @Nullable TypeMirror returns) {
        Way {
            family = List.copyOf(family);
        }

        String name() {
            return KotlinClass.name(method);
        }
    }

    /**
     * A metric or figure.
     *
     * @param method its method
     * @param mark its annotation
     * @param takes its parameter's type, or null where that is no outcome, which has been reported
     */
    record Reading(
            ExecutableElement method, Mark mark, @Nullable TypeMirror takes) {
        String name() {
            return KotlinClass.name(method);
        }
    }
}
