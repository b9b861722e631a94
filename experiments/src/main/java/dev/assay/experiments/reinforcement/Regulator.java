package dev.assay.experiments.reinforcement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The linear-quadratic regulator of a mass on a line: x′ = Ax + ba with A = (1 t; 0 1), and the cost of a move is
 * xᵀ diag(q) x + r a². Counted back from the end, the cost that is left is xᵀPx, and the best action −kᵀx (the Riccati
 * recursion).
 */
final class Regulator {
    private final List<double[]> gains; // k for each move, the first move first
    private final double[] p; // p₁₁, p₁₂ = p₂₁ and p₂₂ of P before the first move

    private Regulator(List<double[]> gains, double[] p) {
        this.gains = List.copyOf(gains);
        this.p = p;
    }

    /** The regulator of an episode of so many moves. */
    static Regulator of(double time, double[] b, double[] q, double r, int moves) {
        List<double[]> gains = new ArrayList<>();
        double[] p = new double[3];
        for (int i = 0; i < moves; i++) {
            double first = p[0] * b[0] + p[1] * b[1]; // Pb
            double second = p[1] * b[0] + p[2] * b[1];
            double curvature = r + b[0] * first + b[1] * second;
            double[] gain = {first / curvature, (time * first + second) / curvature}; // bᵀPA / (r + bᵀPb)
            gains.add(gain);
            double[] next = {p[0], time * p[0] + p[1], time * time * p[0] + 2 * time * p[1] + p[2]}; // AᵀPA
            p = new double[] {
                q[0] + next[0] - curvature * gain[0] * gain[0],
                next[1] - curvature * gain[0] * gain[1],
                q[1] + next[2] - curvature * gain[1] * gain[1]
            };
        }
        Collections.reverse(gains);
        return new Regulator(gains, p);
    }

    /** What the whole way costs from this position and speed, if every action is the best. */
    double cost(double position, double speed) {
        return p[0] * position * position + 2 * p[1] * position * speed + p[2] * speed * speed;
    }

    /** The best action of a move. */
    double action(int move, double position, double speed) {
        double[] gain = gains.get(move);
        return -gain[0] * position - gain[1] * speed;
    }
}
