package dev.assay.experiments.svm;

/**
 * Whether a machine solves its problem. Training is a convex problem, so the Karush–Kuhn–Tucker conditions are not only
 * necessary: what satisfies them is the optimum. They are computed here from α, b and the kernel alone, in double precision,
 * with nothing of the solver's own bookkeeping.
 */
public final class Optimality {
    private Optimality() {}

    /**
     * The largest violation of any condition: 0 ≤ α ≤ C, Σ αᵢyᵢ = 0, and for each row's margin mᵢ = yᵢ f(xᵢ)
     *
     * <ul>
     *   <li>α = 0 wants m ≥ 1: what lies outside the margin exerts no force;
     *   <li>0 &lt; α &lt; C wants m = 1: what holds the margin lies on it;
     *   <li>α = C wants m ≤ 1: what pays the full price lies inside.
     * </ul>
     *
     * @return at least 0; in units of the margin, of α and of Σα, whichever is violated most
     */
    public static double violation(TwoClassMachine machine) {
        double c = machine.setting().c();
        double worst = Math.abs(machine.balance());
        for (int row = 0; row < machine.size(); row++) {
            double alpha = machine.alpha(row);
            double margin = machine.margin(row);
            worst = Math.max(worst, Math.max(-alpha, alpha - c));
            if (alpha < c) {
                worst = Math.max(worst, 1 - margin);
            }
            if (alpha > 0) {
                worst = Math.max(worst, margin - 1);
            }
        }
        return worst;
    }

    /**
     * The primal value ½‖w‖² + C Σ max(0, 1 − mᵢ) less the dual value Σα − ½‖w‖², as a share of the primal value: 0 at the
     * optimum and at least 0 wherever α is feasible.
     */
    public static double relativeGap(TwoClassMachine machine) {
        double slack = 0;
        for (int row = 0; row < machine.size(); row++) {
            slack += Math.max(0, 1 - machine.margin(row));
        }
        double half = machine.squaredNorm() / 2;
        double primal = half + machine.setting().c() * slack;
        return (primal - (machine.alphaSum() - half)) / primal;
    }
}
