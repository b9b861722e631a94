package dev.assay.experiments.svm;

/** An inner product K(x, z) = φ(x)·φ(z) in a space that need not be visited. */
public sealed interface Kernel {
    /**
     * K(x, z) in double precision.
     *
     * @param x a point
     * @param z another of as many coordinates
     */
    double of(double[] x, double[] z);

    /** x·z: the space of the points themselves. */
    record Linear() implements Kernel {
        @Override
        public double of(double[] x, double[] z) {
            return dot(x, z);
        }
    }

    /**
     * (γ x·z + c)ᵈ: all monomials of degree at most d, or of degree d alone if c is 0.
     *
     * @param gamma the scale γ, above 0
     * @param coef0 the constant c, at least 0; the larger, the more the low degrees weigh
     * @param degree the degree d, at least 1
     */
    record Polynomial(double gamma, double coef0, int degree) implements Kernel {
        public Polynomial {
            if (!(gamma > 0) || !(coef0 >= 0) || degree < 1) {
                throw new IllegalArgumentException("a polynomial kernel has gamma > 0, coef0 >= 0 and degree >= 1, not "
                        + gamma + ", " + coef0 + " and " + degree);
            }
        }

        @Override
        public double of(double[] x, double[] z) {
            return Math.pow(gamma * dot(x, z) + coef0, degree);
        }
    }

    /**
     * exp(−γ‖x − z‖²): a space of infinite dimension, in which every point lies on the unit sphere.
     *
     * @param gamma the inverse squared width γ, above 0
     */
    record Rbf(double gamma) implements Kernel {
        public Rbf {
            if (!(gamma > 0)) {
                throw new IllegalArgumentException("a radial kernel has gamma > 0, not " + gamma);
            }
        }

        @Override
        public double of(double[] x, double[] z) {
            double squared = 0;
            for (int i = 0; i < x.length; i++) {
                squared += (x[i] - z[i]) * (x[i] - z[i]);
            }
            return Math.exp(-gamma * squared);
        }
    }

    private static double dot(double[] x, double[] z) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * z[i];
        }
        return sum;
    }
}
