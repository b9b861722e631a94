package dev.assay.processor;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** The id of an experiment: the one given, or one made from its class's name. */
final class ExperimentId {
    /** Before a word's capital, and before the last capital of several that a small letter follows. */
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])|_+");

    private ExperimentId() {}

    static String of(TypeElement type, Mark experiment) {
        String given = experiment.text("id");
        return given.isEmpty() ? of(type.getSimpleName().toString()) : given;
    }

    /** A class's name in kebab case: {@code WganGP2} gives {@code wgan-gp2}. */
    static String of(String className) {
        return WORD.matcher(className).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
