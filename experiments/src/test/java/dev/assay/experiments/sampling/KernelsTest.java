package dev.assay.experiments.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel must find every target's moments: a wrong acceptance ratio or conditional would find others. */
final class KernelsTest {
    static Stream<Arguments> kernelsAndTargets() {
        List<LogDensity> targets =
                List.of(new CorrelatedGaussian(0.9), new Banana(), new TwoModes(), new EightSchools());
        return targets.stream()
                .flatMap(target -> Stream.of(
                        Arguments.of(target, "metropolis", 60_000),
                        Arguments.of(target, "gibbs", 60_000),
                        Arguments.of(target, "hmc", 15_000)));
    }

    @ParameterizedTest
    @MethodSource("kernelsAndTargets")
    void longChainsFindTheTrueMoments(LogDensity target, String kernel, int length) {
        Chains chains = Chains.ofLength(length, target, () -> kernel(kernel).apply(target), 1000, streams());
        Moments truth = target.moments();
        Moments found = Moments.of(chains.pooled());
        for (int q = 0; q < truth.mean().length; q++) {
            double samples = SplitChains.of(chains.traces(q)).effectiveSamples();
            assertThat(samples).isGreaterThan(300);
            double error = Math.abs(found.mean()[q] - truth.mean()[q]) / truth.sd()[q];
            assertThat(error).isLessThan(4 / Math.sqrt(samples));
            // The squares of a bent coordinate mix more slowly than the coordinate.
            assertThat(found.sd()[q] / truth.sd()[q]).isCloseTo(1, within(0.1));
        }
    }

    /** The constants come from Hamiltonian chains; this is another kernel altogether, and a shorter run. */
    @Test
    void polyaGammaGibbsFindsTheReferenceOfTheRegression() {
        LogisticPosterior posterior = LogisticPosterior.cancer();
        Chains chains = Chains.ofLength(2000, posterior, posterior::gibbs, 200, streams());
        Moments truth = posterior.moments();
        Moments found = Moments.of(chains.pooled());
        for (int q = 0; q < posterior.dimensions(); q++) {
            double samples = SplitChains.of(chains.traces(q)).effectiveSamples();
            double error = Math.abs(found.mean()[q] - truth.mean()[q]) / truth.sd()[q];
            assertThat(error).isLessThan(4 / Math.sqrt(samples));
            assertThat(found.sd()[q] / truth.sd()[q]).isCloseTo(1, within(4 / Math.sqrt(2 * samples)));
        }
    }

    @Test
    void metropolisWarmsUpToItsAcceptance() {
        LogDensity target = new EightSchools();
        assertThat(moves(target, new RandomWalkMetropolis(target))).isCloseTo(0.234, within(0.08));
    }

    static Stream<Arguments> targetsAndLeaps() {
        return Stream.of(
                        new CorrelatedGaussian(0.9),
                        new Banana(),
                        new TwoModes(),
                        new EightSchools(),
                        LogisticPosterior.cancer())
                .flatMap(target -> Stream.of(Arguments.of(target, 5), Arguments.of(target, 20)));
    }

    @ParameterizedTest
    @MethodSource("targetsAndLeaps")
    void hamiltonianChainsWarmUpToTheirAcceptance(LogDensity target, int leaps) {
        Chains chains =
                Chains.ofLength(500, target, () -> new HamiltonianMonteCarlo(target, leaps), 10_000 / leaps, streams());
        assertThat(chains.moved()).isBetween(0.65, 0.8);
    }

    @Test
    void aCovarianceIsLearntAndSoCorrelationCostsNothing() {
        LogDensity target = new CorrelatedGaussian(0.99);
        Chains chains = Chains.ofLength(10_000, target, () -> new RandomWalkMetropolis(target), 10_000, streams());
        double samples = SplitChains.of(chains.traces(0)).effectiveSamples();
        assertThat(samples / 40_000)
                .isGreaterThan(0.1); // in two dimensions about .14 at best, whatever the correlation
    }

    /** Where a step of s is accepted with probability exp(−s), the answer is −log .8. */
    @Test
    void dualAveragingSolvesForTheStep() {
        DualAveraging search = new DualAveraging(0.8, 1);
        for (int i = 0; i < 10_000; i++) {
            search.learn(Math.exp(-search.step()));
        }
        assertThat(search.average()).isCloseTo(-Math.log(0.8), within(0.01));
    }

    /** The guide's sampler gives both modes one half. */
    @Test
    void dataAugmentationFindsTheWeightsOfTheModes() {
        TwoModes target = new TwoModes();
        Chains chains = Chains.ofLength(60_000, target, target::gibbs, 500, streams());
        double far =
                chains.pooled().stream().filter(x -> 4 * x[0] + 3 * x[1] > 12.5).count();
        assertThat(far / 240_000).isCloseTo(0.7, within(0.05));
    }

    @Test
    void refusesATrajectoryWithoutLeaps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HamiltonianMonteCarlo(new Banana(), 0))
                .withMessageContaining("not 0");
    }

    private static double moves(LogDensity target, Kernel kernel) {
        RandomStream random = RandomStream.of(3);
        WarmUp warmUp = new WarmUp(1000, target.dimensions());
        double[] x = Chains.start(target, random);
        for (int i = 0; i < 1000; i++) {
            x = kernel.warm(x, random, warmUp);
        }
        int moved = 0;
        for (int i = 0; i < 5000; i++) {
            double[] next = kernel.next(x, random);
            moved += Arrays.equals(next, x) ? 0 : 1;
            x = next;
        }
        return moved / 5000.0;
    }

    private static Function<LogDensity, Kernel> kernel(String name) {
        return switch (name) {
            case "metropolis" -> RandomWalkMetropolis::new;
            case "gibbs" -> LogDensity::gibbs;
            // a step learnt in the bulk is too long for the ends of the banana
            case "hmc" -> target -> new HamiltonianMonteCarlo(target, 20, 0.95);
            default -> throw new IllegalArgumentException("no kernel is called '" + name + "'");
        };
    }

    private static List<RandomStream> streams() {
        return LongStream.rangeClosed(11, 14).mapToObj(RandomStream::of).toList();
    }
}
