package dev.assay.experiments.sampling;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Draws of some quantities by several chains of equal length, warm-up left out. */
public final class Chains {
    /** How many effective samples of every quantity the stopping rule asks for (Vehtari et al. 2021: 100 a chain). */
    public static final double ENOUGH = 400;

    /** Below which R̂ the stopping rule takes the chains to agree. */
    public static final double AGREED = 1.01;

    private static final int FIRST_LOOK = 200;

    /** {@code [chain][draw][quantity]}. */
    private final double[][][] draws;

    /** Draws {@code [chain][draw][quantity]}, which are not copied: there may be a million. */
    Chains(double[][][] draws) {
        this.draws = draws;
    }

    /**
     * Runs one chain for each stream until they agree and have enough effective samples of every quantity, or to a cap. The
     * chains start from normal draws around the target's centre, twice as wide as its spread.
     *
     * @param kernel makes one kernel a chain
     * @param warmUp steps of each chain before its first draw, at least 1
     * @param cap draws of each chain at which it stops in any case, at least 4
     * @param streams one a chain, at least one
     */
    public static Chains run(
            LogDensity target, Supplier<Kernel> kernel, int warmUp, int cap, List<RandomStream> streams) {
        return run(target, kernel, warmUp, cap, streams, Chains::enough);
    }

    /** Runs chains of a length fixed beforehand. */
    static Chains ofLength(
            int length, LogDensity target, Supplier<Kernel> kernel, int warmUp, List<RandomStream> streams) {
        return run(target, kernel, warmUp, length, streams, chains -> false);
    }

    private static Chains run(
            LogDensity target,
            Supplier<Kernel> kernel,
            int warmUp,
            int cap,
            List<RandomStream> streams,
            Predicate<Chains> enough) {
        List<Kernel> kernels = streams.stream().map(stream -> kernel.get()).toList();
        double[][] at = streams.stream().map(stream -> start(target, stream)).toArray(double[][]::new);
        for (int c = 0; c < at.length; c++) {
            WarmUp progress = new WarmUp(warmUp, target.dimensions());
            for (int i = 0; i < warmUp; i++) {
                at[c] = kernels.get(c).warm(at[c], streams.get(c), progress);
            }
        }
        double[][][] draws = new double[at.length][0][];
        for (int length = Math.min(FIRST_LOOK, cap); ; length = Math.min(length + length / 2, cap)) {
            for (int c = 0; c < at.length; c++) {
                int had = draws[c].length;
                draws[c] = Arrays.copyOf(draws[c], length);
                for (int i = had; i < length; i++) {
                    at[c] = kernels.get(c).next(at[c], streams.get(c));
                    draws[c][i] = target.quantities(at[c]);
                }
            }
            Chains chains = new Chains(draws);
            if (length == cap || enough.test(chains)) {
                return chains;
            }
        }
    }

    /** Where a chain starts, or a fit. */
    static double[] start(LogDensity target, RandomStream random) {
        double[] start = target.centre();
        double[] spread = target.spread();
        for (int i = 0; i < start.length; i++) {
            start[i] += 2 * spread[i] * random.nextGaussian();
        }
        return start;
    }

    /** The stopping rule. */
    boolean enough() {
        return IntStream.range(0, quantities()).allMatch(q -> of(q).rHat() < AGREED)
                && IntStream.range(0, quantities()).allMatch(q -> of(q).effectiveSamples() >= ENOUGH);
    }

    /** The largest R̂ among the quantities. */
    public double rHat() {
        return IntStream.range(0, quantities())
                .mapToDouble(q -> of(q).rHat())
                .max()
                .orElseThrow();
    }

    /** The smallest effective sample size among the quantities. */
    public double effectiveSamples() {
        return IntStream.range(0, quantities())
                .mapToDouble(q -> of(q).effectiveSamples())
                .min()
                .orElseThrow();
    }

    /** The share of steps that went somewhere: the acceptance of a kernel that proposes. */
    public double moved() {
        int moved = 0;
        for (double[][] chain : draws) {
            for (int i = 1; i < chain.length; i++) {
                moved += Arrays.equals(chain[i], chain[i - 1]) ? 0 : 1;
            }
        }
        return (double) moved / draws.length / (length() - 1);
    }

    /** The draws of all chains, one chain after the other. */
    public List<double[]> pooled() {
        return Arrays.stream(draws).flatMap(Arrays::stream).toList();
    }

    /** How many draws each chain made. */
    public int length() {
        return draws[0].length;
    }

    /** One quantity as the chains visited it, {@code [chain][draw]}. */
    public double[][] traces(int quantity) {
        return Arrays.stream(draws)
                .map(chain ->
                        Arrays.stream(chain).mapToDouble(draw -> draw[quantity]).toArray())
                .toArray(double[][]::new);
    }

    private Convergence of(int quantity) {
        return new Convergence(traces(quantity));
    }

    private int quantities() {
        return draws[0][0].length;
    }
}
