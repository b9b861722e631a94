package dev.assay.experiments.reinforcement;

import java.util.random.RandomGenerator;

/**
 * A mass in a room that an action pushes; the walls at ±1.65 stop it. Each move costs |position|² + .1 |speed|² + |action|²,
 * so that it pays to come to rest at the origin, gently. A state is position and speed. Where no action reaches its bound,
 * the best policy is linear and has a closed form (the Riccati recursion); the starts are such that the best policy reaches
 * neither its bound nor a wall.
 */
record PointMass() implements World {
    static final double BOUND = 1;
    private static final double TIME = 0.2;
    private static final double PUSH = 2;
    private static final double COST_OF_SPEED = 0.1;
    private static final double COST_OF_ACTION = 1;
    private static final double WALL = 1.65;

    @Override
    public String title() {
        return "point mass";
    }

    @Override
    public int observationSize() {
        return 4;
    }

    @Override
    public int actionSize() {
        return 2;
    }

    @Override
    public boolean hasChoices() {
        return false;
    }

    @Override
    public int horizon() {
        return 30;
    }

    /** At rest, anywhere in the square from −1 to 1. */
    @Override
    public double[] start(RandomGenerator random) {
        return new double[] {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1, 0, 0};
    }

    @Override
    public Move move(double[] state, double[] action) {
        double[] next = new double[4];
        double cost = 0;
        for (int axis = 0; axis < 2; axis++) {
            double push = Math.min(BOUND, Math.max(-BOUND, action[axis]));
            double position = state[axis];
            double speed = state[2 + axis];
            cost += position * position + COST_OF_SPEED * speed * speed + COST_OF_ACTION * push * push;
            double reached = position + TIME * speed + PUSH * TIME * TIME / 2 * push;
            boolean hits = Math.abs(reached) > WALL;
            next[axis] = hits ? Math.copySign(WALL, reached) : reached;
            next[2 + axis] = hits ? 0 : speed + PUSH * TIME * push;
        }
        return new Move(next, -cost);
    }

    @Override
    public void observe(double[] state, float[] into, int offset) {
        for (int i = 0; i < state.length; i++) {
            into[offset + i] = (float) state[i];
        }
    }

    /** By position; the lattice reaches from wall to wall. */
    @Override
    public int cell(double[] state) {
        return cell(state[1]) * SIDE + cell(state[0]);
    }

    private static int cell(double position) {
        double share = (position + WALL) / (2 * WALL);
        return (int) Math.min(SIDE - 1, Math.max(0, Math.floor(share * SIDE)));
    }

    @Override
    public double optimalReturn(double[] start) {
        Regulator regulator = regulator();
        double cost = 0;
        for (int axis = 0; axis < 2; axis++) {
            cost += regulator.cost(start[axis], start[2 + axis]);
        }
        return -cost;
    }

    /** The best control of one axis. */
    Regulator regulator() {
        double[] push = {PUSH * TIME * TIME / 2, PUSH * TIME};
        return Regulator.of(TIME, push, new double[] {1, COST_OF_SPEED}, COST_OF_ACTION, horizon());
    }
}
