package dev.assay.estimate;

/** The power law that values follow along a factor. */
final class Slope {
    private Slope() {}

    /**
     * The least-squares slope of log y on log x.
     *
     * @param x positive sizes, not all equal
     * @param y a value for each
     * @return NaN if a y is not positive and finite, because it has no logarithm
     */
    static double logLog(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "a slope needs as many x as y and at least 2, not " + x.length + " and " + y.length);
        }
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            if (!(y[i] > 0) || Double.isInfinite(y[i])) {
                return Double.NaN;
            }
            meanX += Math.log(x[i]) / x.length;
            meanY += Math.log(y[i]) / x.length;
        }
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = Math.log(x[i]) - meanX;
            xy += dx * (Math.log(y[i]) - meanY);
            xx += dx * dx;
        }
        return xx == 0 ? Double.NaN : xy / xx;
    }
}
