package dev.assay.record;

import dev.assay.plan.Cell;

/**
 * Which trial of a run is meant.
 *
 * @param experiment the experiment's id
 * @param cell the cell
 * @param seed the seed's index, from 0
 */
public record TrialKey(String experiment, Cell cell, int seed) {
    /** {@code experiment/cell#seed}, as people write it on the command line. */
    @Override
    public String toString() {
        return experiment + "/" + cell + "#" + seed;
    }
}
