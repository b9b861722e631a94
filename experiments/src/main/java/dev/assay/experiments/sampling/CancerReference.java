package dev.assay.experiments.sampling;

/**
 * The moments of {@link LogisticPosterior#cancer}, intercept first, then the coefficients in the order of the data's columns.
 * {@code CancerReferenceRun} among the tests computed them from 100,000 draws of four Hamiltonian chains; the Monte-Carlo error of
 * a mean is at most .003 of its standard deviation.
 */
final class CancerReference {
    static final Moments MOMENTS = new Moments(
            new double[] {0.5085, -0.7636, -1.6804, -0.5419, -2.6556, -1.1525, 0.6603, -1.1921, -2.1633, -0.4897, 0.3183
            },
            new double[] {0.2832, 1.9700, 0.2716, 2.0080, 1.9773, 0.4341, 0.7003, 0.6250, 0.9799, 0.3006, 0.5666});

    private CancerReference() {}
}
