package dev.assay.train;

import ai.djl.ndarray.NDArray;
import java.util.function.DoubleSupplier;

/**
 * How a learner steps: a value without memory. A weight that has at least two axes decays; biases and the gains of
 * normalisation, which have one, do not.
 *
 * @param rule what turns a gradient into a step
 * @param rate the learning rate, from 0
 * @param decay the decoupled weight decay (Loshchilov and Hutter 2019): a step also takes rate × decay of each weight
 * @param clip the largest norm of the whole gradient, above which it is scaled down; infinite for none
 * @param schedule the factor on the rate as training goes on
 */
public record Optimizer(Rule rule, double rate, double decay, double clip, Schedule schedule) {

    /** What turns a gradient into a step. */
    public sealed interface Rule {}

    /**
     * Stochastic gradient descent: v ← momentum · v + rate · g, step = v.
     *
     * @param momentum from 0 to below 1
     */
    public record Sgd(double momentum) implements Rule {
        public Sgd {
            requireShare("momentum", momentum);
        }
    }

    /**
     * Adam (Kingma and Ba 2015), with both moments corrected for their start at 0 and ε = 1e-8.
     *
     * @param beta1 how slowly the mean of the gradient forgets, from 0 to below 1
     * @param beta2 how slowly the mean of its square forgets, from 0 to below 1
     */
    public record Adam(double beta1, double beta2) implements Rule {
        static final double EPSILON = 1e-8;

        public Adam {
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
        }

        /**
         * The rate r with which r · m / (√v + ε) of uncorrected moments, with the ε of {@link #corrected(int)}, is the paper's rate ·
         * m̂ / (√v̂ + ε) to the letter: √(1 − β₂ᵗ) is taken out of the root.
         */
        double corrected(double rate, int step) {
            return rate * Math.sqrt(1 - Math.pow(beta2, step)) / (1 - Math.pow(beta1, step));
        }

        /** The ε that goes with it. */
        double corrected(int step) {
            return EPSILON * Math.sqrt(1 - Math.pow(beta2, step));
        }
    }

    public Optimizer {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("a learning rate is a number from 0, not " + rate);
        }
        if (!(decay >= 0) || Double.isInfinite(decay)) {
            throw new IllegalArgumentException("weight decay is a number from 0, not " + decay);
        }
        if (!(clip > 0)) {
            throw new IllegalArgumentException("a gradient is clipped to a norm above 0, not " + clip);
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is a number from 0 to below 1, not " + value);
        }
    }

    /** Stochastic gradient descent without momentum. */
    public static Optimizer sgd(double rate) {
        return of(new Sgd(0), rate);
    }

    /** Adam with β₁ = 0.9 and β₂ = 0.999. */
    public static Optimizer adam(double rate) {
        return adam(rate, 0.9, 0.999);
    }

    /** Adam with these β. */
    public static Optimizer adam(double rate, double beta1, double beta2) {
        return of(new Adam(beta1, beta2), rate);
    }

    private static Optimizer of(Rule rule, double rate) {
        return new Optimizer(rule, rate, 0, Double.POSITIVE_INFINITY, Schedule.constant());
    }

    /**
     * The same with momentum.
     *
     * @throws IllegalStateException if the rule is not {@link Sgd}
     */
    public Optimizer momentum(double momentum) {
        if (!(rule instanceof Sgd)) {
            throw new IllegalStateException("momentum belongs to sgd; " + rule + " has its own β₁");
        }
        return new Optimizer(new Sgd(momentum), rate, decay, clip, schedule);
    }

    /** The same with decoupled weight decay. */
    public Optimizer decay(double weightDecay) {
        return new Optimizer(rule, rate, weightDecay, clip, schedule);
    }

    /** The same with the whole gradient scaled down to this norm where it is longer. */
    public Optimizer clip(double norm) {
        return new Optimizer(rule, rate, decay, norm, schedule);
    }

    /** The same with a rate that changes as training goes on. */
    public Optimizer schedule(Schedule rates) {
        return new Optimizer(rule, rate, decay, clip, rates);
    }

    /** Whether it remembers a mean of the gradients, or of the steps. */
    boolean hasFirstMoment() {
        return hasSecondMoment() || (rule instanceof Sgd sgd && sgd.momentum() > 0);
    }

    /** Whether it remembers a mean of their squares. */
    boolean hasSecondMoment() {
        return rule instanceof Adam;
    }

    /** The learning rate when so much of the training is done, from 0 to 1. */
    double rateAt(double progress) {
        return rate * schedule.factor(progress);
    }

    boolean decays(NDArray weight) {
        return decay > 0 && weight.getShape().dimension() > 1;
    }

    /** The factor that brings the gradient of all weights together, given its squared length, down to the largest norm allowed. */
    float clipping(DoubleSupplier squares) {
        if (Double.isInfinite(clip)) {
            return 1;
        }
        double norm = Math.sqrt(squares.getAsDouble());
        return norm > clip ? (float) (clip / norm) : 1;
    }
}
