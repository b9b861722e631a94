package dev.assay.experiments.svm;

import java.util.Arrays;

/**
 * A soft-margin machine between two classes: f(x) = Σ αᵢ yᵢ K(xᵢ, x) + b, class {@code positive} where f is above 0.
 *
 * <p>It keeps its training rows and all α, also those that are 0, so that its optimality can be checked afterwards.
 */
public final class TwoClassMachine {
    private final Setting setting;
    private final int positive;
    private final int negative;
    private final double[][] x;
    private final int[] sign;
    private final double[] alpha;
    private final double bias;

    /**
     * A machine.
     *
     * @param x the training rows of both classes
     * @param sign +1 for a row of class {@code positive}, −1 for one of {@code negative}
     * @param alpha a dual variable for each row
     */
    TwoClassMachine(
            Setting setting, int positive, int negative, double[][] x, int[] sign, double[] alpha, double bias) {
        this.setting = setting;
        this.positive = positive;
        this.negative = negative;
        this.x = x;
        this.sign = sign;
        this.alpha = alpha;
        this.bias = bias;
    }

    /** The kernel and C that it was trained with. */
    public Setting setting() {
        return setting;
    }

    /** The class where the decision function is above 0. */
    public int positive() {
        return positive;
    }

    /** The class where the decision function is not above 0. */
    public int negative() {
        return negative;
    }

    /** The number of its training rows. */
    public int size() {
        return x.length;
    }

    /** The dual variable of a training row, 0 to C but for the solver's error. */
    public double alpha(int row) {
        return alpha[row];
    }

    /** +1 or −1: the side that a training row belongs to. */
    public int sign(int row) {
        return sign[row];
    }

    /** The decision function of the values of any point. */
    public double decide(double[] point) {
        return bias + rise(point);
    }

    /** yᵢ f(xᵢ): 1 on the margin, below 0 on the wrong side. */
    public double margin(int row) {
        return sign[row] * decide(x[row]);
    }

    /** ‖w‖² in the kernel's space. */
    public double squaredNorm() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (alpha[i] != 0) {
                sum += alpha[i] * sign[i] * rise(x[i]);
            }
        }
        return sum;
    }

    private double rise(double[] point) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (alpha[i] != 0) {
                sum += alpha[i] * sign[i] * setting.kernel().of(x[i], point);
            }
        }
        return sum;
    }

    /** Σ αᵢ yᵢ, which is 0 but for rounding. */
    double balance() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += alpha[i] * sign[i];
        }
        return sum;
    }

    /** Σ αᵢ. */
    double alphaSum() {
        return Arrays.stream(alpha).sum();
    }
}
