package dev.assay.train;

/** The factor on a learning rate as training goes on. */
@FunctionalInterface
public interface Schedule {
    /**
     * The factor at a moment.
     *
     * @param progress the share of training that is done, from 0 to 1
     */
    double factor(double progress);

    /** Always 1. */
    static Schedule constant() {
        return progress -> 1;
    }

    /** Half a cosine from 1 to 0 (Loshchilov and Hutter 2017, without restarts). */
    static Schedule cosine() {
        return progress -> (1 + Math.cos(Math.PI * progress)) / 2;
    }

    /**
     * Rises from 0 along a line before this schedule takes over.
     *
     * @param share the share of training that the rise takes, from 0 to below 1
     */
    default Schedule warmedUp(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("a warm-up takes a share of training from 0 to below 1, not " + share);
        }
        return progress -> progress < share ? progress / share : factor((progress - share) / (1 - share));
    }
}
