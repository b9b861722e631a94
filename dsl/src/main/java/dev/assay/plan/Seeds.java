package dev.assay.plan;

import dev.assay.Effort;

/**
 * How many paired seeds a run of each effort has.
 *
 * @param smoke for {@link Effort#SMOKE}
 * @param quick for {@link Effort#QUICK}
 * @param full for {@link Effort#FULL}
 */
public record Seeds(int smoke, int quick, int full) {
    /** What an experiment has unless it says otherwise: 2, 10 and 20. */
    public static final Seeds DEFAULT = new Seeds(2, 10, 20);

    /** The number for an effort. */
    public int of(Effort effort) {
        return switch (effort) {
            case SMOKE -> smoke;
            case QUICK -> quick;
            case FULL -> full;
        };
    }
}
