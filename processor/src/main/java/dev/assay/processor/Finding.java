package dev.assay.processor;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * One thing that is wrong with an experiment class.
 *
 * @param id the rule's name, as in the diagnostics guide
 * @param message the thing, the value, the rule and the way out
 * @param place where it is
 */
record Finding(String id, String message, Place place) {
    void reportTo(Messager messager) {
        messager.printMessage(
                Diagnostic.Kind.ERROR, "[assay:" + id + "] " + message, place.element(), place.mirror(), place.value());
    }
}
