package dev.assay.experiments.sampling;

/**
 * The moments of {@link LogisticPosterior#cancer}, intercept first, then the coefficients in the order of the data's columns.
 * {@code CancerReferenceRun} among the tests computed them from 100,000 draws of four Hamiltonian chains. The Monte-Carlo error of a
 * mean is at most .0045 of its standard deviation, one over the root of its effective samples; two such runs, with other scales,
 * differed by up to .009.
 */
final class CancerReference {
    static final Moments MOMENTS = new Moments(
            new double[] {0.5059, -0.7605, -1.6799, -0.5457, -2.6656, -1.1525, 0.6597, -1.1924, -2.1610, -0.4897, 0.3147
            },
            new double[] {0.2821, 1.9637, 0.2700, 2.0145, 1.9729, 0.4377, 0.7030, 0.6295, 0.9780, 0.3015, 0.5654});

    private CancerReference() {}
}
