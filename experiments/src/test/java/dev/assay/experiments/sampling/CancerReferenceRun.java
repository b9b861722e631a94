package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Computes the constants of {@link CancerReference}: four Hamiltonian chains (20 leaps, streams of keys 1 to 4), 1,000 steps of
 * warm-up and 25,000 draws each. Prints mean, standard deviation, and the Monte-Carlo error of the mean in standard deviations.
 */
final class CancerReferenceRun {
    private CancerReferenceRun() {}

    public static void main(String[] arguments) {
        LogisticPosterior posterior = LogisticPosterior.cancer();
        List<RandomStream> streams =
                LongStream.rangeClosed(1, 4).mapToObj(RandomStream::of).toList();
        Chains chains =
                Chains.ofLength(25_000, posterior, () -> new HamiltonianMonteCarlo(posterior, 20), 1_000, streams);
        Moments moments = Moments.of(chains.pooled());
        for (int q = 0; q < posterior.dimensions(); q++) {
            double samples = SplitChains.of(chains.traces(q)).effectiveSamples();
            System.out.printf(
                    Locale.ROOT,
                    "%2d %9.4f %9.4f %8.5f%n",
                    q,
                    moments.mean()[q],
                    moments.sd()[q],
                    1 / Math.sqrt(samples));
        }
        System.out.println("R-hat " + chains.rHat());
    }
}
