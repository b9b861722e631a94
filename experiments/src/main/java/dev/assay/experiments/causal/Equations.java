package dev.assay.experiments.causal;

/**
 * An estimator, told by the equations it solves: the unknowns θ at which ψ(unit, θ) is 0 on average over the units. The last
 * unknown is the effect.
 */
interface Equations {
    /** How many unknowns, and as many equations. */
    int unknowns();

    /** How many units. */
    int units();

    /** Writes ψ of one unit, all {@link #unknowns} numbers of it, and adds its slopes ∂ψᵢ/∂θₖ to {@code slopes[i][k]}. */
    void write(int unit, double[] theta, double[] psi, double[][] slopes);

    /** Solves them. */
    default Solution solve() {
        return Solution.of(this);
    }

    /** The effect and its standard error. */
    default Estimate estimate() {
        return solve().estimate();
    }
}
