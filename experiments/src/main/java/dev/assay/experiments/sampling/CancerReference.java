package dev.assay.experiments.sampling;

/** What {@link LogisticPosterior#cancer} has for moments; {@code CancerReferenceRun} among the tests computed them. */
final class CancerReference {
    static final Moments MOMENTS = new Moments(new double[11], new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});

    private CancerReference() {}
}
