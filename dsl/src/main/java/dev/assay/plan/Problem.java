package dev.assay.plan;

/**
 * One thing that is wrong with a plan.
 *
 * @param id the rule's name, {@code "no-baseline"} say, as in the diagnostics guide
 * @param path where it is, {@code "claims[1].on"} say; empty for the whole plan
 * @param message the thing, the value, the rule and the way out, in one sentence or two
 */
public record Problem(String id, String path, String message) {
    @Override
    public String toString() {
        return "[assay:" + id + "] " + message;
    }
}
