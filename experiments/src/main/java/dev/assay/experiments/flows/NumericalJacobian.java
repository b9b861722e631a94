package dev.assay.experiments.flows;

/** log |det J| by differences, which asks a flow for nothing but where points go. */
public final class NumericalJacobian {
    private static final double STEP = 1e-4;

    private NumericalJacobian() {}

    /**
     * log |det ∂f/∂x| from central differences of fourth order.
     *
     * @throws IllegalArgumentException if the Jacobian is singular
     */
    public static double logDet(Bijection f, double[] x) {
        double[][] transposed = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double[] near = difference(f, x, i, STEP);
            double[] far = difference(f, x, i, 2 * STEP);
            transposed[i] = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                transposed[i][j] = (4 * near[j] - far[j]) / 3;
            }
        }
        return logDet(transposed);
    }

    private static double[] difference(Bijection f, double[] x, int coordinate, double step) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[coordinate] += step;
        down[coordinate] -= step;
        double[] high = f.forward(up).point();
        double[] low = f.forward(down).point();
        double[] slope = new double[x.length];
        for (int j = 0; j < slope.length; j++) {
            slope[j] = (high[j] - low[j]) / (2 * step);
        }
        return slope;
    }

    /** log |det A| by elimination with the largest pivot of each column; A is overwritten. */
    static double logDet(double[][] a) {
        double sum = 0;
        for (int column = 0; column < a.length; column++) {
            int pivot = column;
            for (int row = column + 1; row < a.length; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            double[] top = a[pivot];
            a[pivot] = a[column];
            a[column] = top;
            if (!(Math.abs(top[column]) > 0)) {
                throw new IllegalArgumentException(
                        "the matrix is singular: the largest pivot of column " + column + " is " + top[column]);
            }
            sum += Math.log(Math.abs(top[column]));
            for (int row = column + 1; row < a.length; row++) {
                double factor = a[row][column] / top[column];
                for (int k = column; k < a.length; k++) {
                    a[row][k] -= factor * top[k];
                }
            }
        }
        return sum;
    }
}
