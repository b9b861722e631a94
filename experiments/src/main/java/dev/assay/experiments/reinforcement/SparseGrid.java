package dev.assay.experiments.reinforcement;

import java.util.random.RandomGenerator;

/**
 * A square of 11 by 11 cells with nothing in it but a goal. A walker starts in the middle and moves right, left, up or down;
 * a move into the wall does nothing. Reaching the goal pays 1 and puts the walker back into the middle; nothing else pays.
 *
 * @param goalX the goal's column, from 0
 * @param goalY the goal's row, from 0
 */
record SparseGrid(int goalX, int goalY) implements World {
    private static final int MIDDLE = SIDE / 2;
    private static final int[] RIGHT = {1, -1, 0, 0};
    private static final int[] UP = {0, 0, 1, -1};
    private static final int FAR = 5;
    private static final int NEAR = 3;

    SparseGrid {
        if (!isCell(goalX) || !isCell(goalY) || distance(goalX, goalY) == 0) {
            throw new IllegalArgumentException("a goal lies in columns and rows 0 to " + (SIDE - 1)
                    + " and away from the middle, not at (" + goalX + ", " + goalY + ")");
        }
    }

    private static boolean isCell(int coordinate) {
        return coordinate >= 0 && coordinate < SIDE;
    }

    /** A goal at one of the eight places on the edge that are five steps away in one direction and three in the other. */
    static SparseGrid random(RandomGenerator random) {
        int far = MIDDLE + (random.nextBoolean() ? FAR : -FAR);
        int near = MIDDLE + (random.nextBoolean() ? NEAR : -NEAR);
        return random.nextBoolean() ? new SparseGrid(far, near) : new SparseGrid(near, far);
    }

    private static int distance(int x, int y) {
        return Math.abs(x - MIDDLE) + Math.abs(y - MIDDLE);
    }

    @Override
    public String title() {
        return "sparse grid";
    }

    @Override
    public int observationSize() {
        return 2 * SIDE;
    }

    @Override
    public int actionSize() {
        return RIGHT.length;
    }

    @Override
    public boolean hasChoices() {
        return true;
    }

    @Override
    public int horizon() {
        return 50;
    }

    @Override
    public double[] start(RandomGenerator random) {
        return new double[] {MIDDLE, MIDDLE};
    }

    @Override
    public Move move(double[] state, double[] action) {
        double x = state[0];
        double y = state[1];
        for (int choice = 0; choice < action.length; choice++) {
            x += action[choice] * RIGHT[choice];
            y += action[choice] * UP[choice];
        }
        x = Math.min(SIDE - 1, Math.max(0, x));
        y = Math.min(SIDE - 1, Math.max(0, y));
        boolean arrived = x == goalX && y == goalY;
        return new Move(arrived ? new double[] {MIDDLE, MIDDLE} : new double[] {x, y}, arrived ? 1 : 0);
    }

    /** The column and the row, each as one of eleven. */
    @Override
    public void observe(double[] state, float[] into, int offset) {
        into[offset + (int) state[0]] = 1;
        into[offset + SIDE + (int) state[1]] = 1;
    }

    @Override
    public int cell(double[] state) {
        return ((int) state[1]) * SIDE + (int) state[0];
    }

    /** As many arrivals as shortest paths fit into the horizon, the first of them from the state. */
    @Override
    public double optimalReturn(double[] start) {
        int first = (int) (Math.abs(start[0] - goalX) + Math.abs(start[1] - goalY));
        return first > horizon() ? 0 : 1 + (horizon() - first) / distance(goalX, goalY);
    }
}
