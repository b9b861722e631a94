package dev.assay.experiments.sampling;

/** What is to be known, by a name. */
public enum Target {
    /** Two standard normals with correlation .9. */
    GAUSSIAN,
    /** A bent normal. */
    BANANA,
    /** Two round modes, five standard deviations apart, of weights .3 and .7. */
    MIXTURE,
    /** Ten standardised measurements of 569 tumours and an intercept. */
    LOGISTIC,
    /** What coaching does in eight schools, each estimated from few pupils. */
    SCHOOLS;

    /** Two of its quantities, for pictures. */
    public DrawsPlane plane() {
        return switch (this) {
            case GAUSSIAN, BANANA, MIXTURE -> new DrawsPlane(0, "x₁", 1, "x₂");
            case LOGISTIC -> new DrawsPlane(1, "coefficient of mean radius", 3, "coefficient of mean perimeter");
            case SCHOOLS -> new DrawsPlane(0, "μ, the mean effect", 1, "τ, its spread over schools");
        };
    }

    /** Its density. */
    public LogDensity density() {
        return switch (this) {
            case GAUSSIAN -> new CorrelatedGaussian(0.9);
            case BANANA -> new Banana();
            case MIXTURE -> new TwoModes();
            case LOGISTIC -> LogisticPosterior.cancer();
            case SCHOOLS -> new EightSchools();
        };
    }
}
