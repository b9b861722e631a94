package dev.assay.experiments.sampling;

/**
 * Finds the step size at which the mean acceptance is a given one: Nesterov's dual averaging, as in Hoffman and Gelman 2014, §3.2,
 * but with a fourth of their gain (1/γ, here 5). With theirs the step still swings by half after a hundred rounds, and a chain
 * accepts .86 at the average of steps that made .7.
 */
final class DualAveraging {
    private static final double GAMMA = 0.2;
    private static final double DELAY = 10;
    private static final double FORGETTING = 0.75;

    private final double acceptance;
    private final double centre;
    private int round;
    private double meanError;
    private double logStep;
    private double logAverage;

    /**
     * A search that begins at a step size.
     *
     * @param acceptance the mean acceptance to reach, between 0 and 1
     * @param step above 0
     */
    DualAveraging(double acceptance, double step) {
        this.acceptance = acceptance;
        centre = Math.log(10 * step);
        logStep = Math.log(step);
        logAverage = logStep;
    }

    /** The step size to try next. */
    double step() {
        return Math.exp(logStep);
    }

    /** The step size to keep when the search is over. */
    double average() {
        return Math.exp(logAverage);
    }

    /** Takes in what probability of acceptance the last step size gave. */
    void learn(double accepted) {
        round++;
        double weight = 1 / (round + DELAY);
        meanError = (1 - weight) * meanError + weight * (acceptance - accepted);
        logStep = centre - Math.sqrt(round) / GAMMA * meanError;
        double share = Math.pow(round, -FORGETTING);
        logAverage = share * logStep + (1 - share) * logAverage;
    }
}
