package dev.assay.experiments.flows;

/** Where a bijection sends a point. */
public final class Image {
    private final double[] point;
    private final double logDet;

    /** An image; the point is not copied. */
    Image(double[] point, double logDet) {
        this.point = point;
        this.logDet = logDet;
    }

    /** The coordinates of the image; not a copy. */
    public double[] point() {
        return point;
    }

    /** log |det J| of the map's Jacobian J at the point that was sent. */
    public double logDet() {
        return logDet;
    }
}
