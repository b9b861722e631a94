package dev.assay.processor;

import dev.assay.Experiment;
import dev.assay.Levels;
import dev.assay.Variant;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** The rule that our annotations stand where they say something; elsewhere they would be passed over in silence. */
final class StrayParts {
    private static final String ID = "stray-part";

    private StrayParts() {}

    /**
     * What is wrong with where an annotation stands.
     *
     * @param element what carries it
     * @param part the annotation
     */
    static Optional<Finding> check(Element element, Class<? extends Annotation> part, JavaTypes types) {
        if (part == Levels.class) {
            return checkLevels(element, types);
        }
        return checkHome(element, element.getKind() == ElementKind.METHOD ? around(element) : element, part);
    }

    private static Optional<Finding> checkHome(Element element, Element home, Class<? extends Annotation> part) {
        if (Mark.on(KotlinClass.accompanied(home), Experiment.class).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                ID,
                "@" + part.getSimpleName() + " stands in " + home.getSimpleName()
                        + ", which is no @Experiment and so has none; annotate the class, or take it out.",
                Place.of(element)));
    }

    /** Levels belong to the parameters of an experiment's constructor, and of a variant after its trial. */
    private static Optional<Finding> checkLevels(Element parameter, JavaTypes types) {
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return Optional.empty(); // a record's component, whose parameter carries it as well
        }
        Element member = around(parameter);
        Optional<Finding> homeless = checkHome(parameter, around(member), Levels.class);
        if (homeless.isPresent()) {
            return homeless;
        }
        boolean levelled = member.getKind() == ElementKind.CONSTRUCTOR
                || Mark.on(member, Variant.class).isPresent();
        if (levelled && !(types.isTrial(parameter.asType()) && isFirst(parameter, member))) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                ID,
                "@Levels stands on '" + parameter.getSimpleName() + "' of "
                        + (levelled
                                ? "'" + member.getSimpleName() + "', the trial, which has no levels"
                                : "'" + member.getSimpleName() + "', which is no variant")
                        + "; levels belong to an experiment's constructor and to a variant's parameters after the "
                        + "trial, so take them out.",
                Place.of(parameter)));
    }

    private static boolean isFirst(Element parameter, Element member) {
        return member instanceof ExecutableElement method
                && method.getParameters().indexOf(parameter) == 0;
    }

    private static Element around(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "a member lies in a class");
    }
}
