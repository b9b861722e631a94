package dev.assay.processor;

import javax.tools.Diagnostic;

/**
 * One thing that is wrong with an experiment class, or probably is.
 *
 * @param kind an error, or a warning of what a person may mean
 * @param id the rule's name, as in the diagnostics guide
 * @param message the thing, the value, the rule and the way out
 * @param place where it is
 */
record Finding(Diagnostic.Kind kind, String id, String message, Place place) {
    /** What cannot be meant. */
    Finding(String id, String message, Place place) {
        this(Diagnostic.Kind.ERROR, id, message, place);
    }

    /** What a person may mean, who can then say so with {@code @SuppressWarnings("assay:" + id)}. */
    static Finding warning(String id, String message, Place place) {
        return new Finding(Diagnostic.Kind.WARNING, id, message, place);
    }

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    @Override
    public String toString() {
        return "[assay:" + id + "] " + message;
    }
}
