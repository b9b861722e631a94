package dev.assay.experiments.reinforcement;

/** The exact values of the soft-optimal policy of a grid (Haarnoja et al. 2017). */
final class SoftValues {
    private SoftValues() {}

    /**
     * By value iteration: Q(s, a) = r + γ V(s′) and V(s) = α log Σ exp(Q(s, a) / α).
     *
     * @return for each cell, row by row from the bottom, the value of each choice
     */
    static double[][] of(SparseGrid grid, double alpha, double discount) {
        int cells = World.SIDE * World.SIDE;
        double[] v = new double[cells];
        double[][] q = new double[cells][grid.actionSize()];
        double change = 1;
        while (change > 1e-10) {
            change = 0;
            for (int cell = 0; cell < cells; cell++) {
                double sum = 0;
                for (int choice = 0; choice < grid.actionSize(); choice++) {
                    World.Move move = grid.move(state(cell), action(grid, choice));
                    q[cell][choice] = move.reward() + discount * v[grid.cell(move.next())];
                    sum += Math.exp((q[cell][choice] - v[cell]) / alpha);
                }
                double value = v[cell] + alpha * Math.log(sum);
                change = Math.max(change, Math.abs(value - v[cell]));
                v[cell] = value;
            }
        }
        return q;
    }

    static double[] state(int cell) {
        int column = cell % World.SIDE;
        int row = cell / World.SIDE;
        return new double[] {column, row};
    }

    static double[] action(SparseGrid grid, int choice) {
        double[] action = new double[grid.actionSize()];
        action[choice] = 1;
        return action;
    }
}
