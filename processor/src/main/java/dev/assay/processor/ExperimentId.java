package dev.assay.processor;

import java.util.Locale;
import java.util.regex.Pattern;

/** The id of an experiment that was given none. */
final class ExperimentId {
    /** Before a word's capital, and before the last capital of several that a small letter follows. */
    private static final Pattern WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])|_+");

    private ExperimentId() {}

    /** A class's name in kebab case: {@code WganGP2} gives {@code wgan-gp2}. */
    static String of(String className) {
        return WORD.matcher(className).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
