package dev.assay.processor;

/**
 * One thing that is wrong with an experiment class.
 *
 * @param id the rule's name, as in the diagnostics guide
 * @param message the thing, the value, the rule and the way out
 * @param place where it is
 */
record Finding(String id, String message, Place place) {
    @Override
    public String toString() {
        return "[assay:" + id + "] " + message;
    }
}
