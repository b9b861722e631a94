package dev.assay.estimate;

import dev.assay.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Values in strata, each of which counts as much as any other, however many values it has: a suite's experiments with a value a
 * seed (Agarwal, Schwarzer, Castro, Courville and Bellemare, "Deep reinforcement learning at the edge of the statistical
 * precipice", NeurIPS 2021).
 *
 * <p>Intervals are percentiles over a stratified bootstrap: the seeds of each stratum are drawn again with replacement from a
 * fixed stream, the strata stay. So they say what other seeds would have given on these experiments, and nothing of other
 * experiments. Over a few seeds of a single stratum they would be too narrow, which is why nothing else here is bootstrapped; over
 * many strata the errors of each average out (see the simulated coverage in the test).
 */
public final class Strata {
    private static final long KEY = 0x5374_7261_7461L;

    private final double[] sorted;
    private final double[] weights;
    private final List<int[]> members;
    private final short[] once;
    private final List<short[]> drawn;

    private Strata(double[] sorted, double[] weights, List<int[]> members, int draws) {
        this.sorted = sorted;
        this.weights = weights;
        this.members = members;
        this.once = new short[sorted.length];
        Arrays.fill(once, (short) 1);
        RandomStream random = RandomStream.of(KEY);
        this.drawn = IntStream.range(0, draws).mapToObj(draw -> again(random)).toList();
    }

    /**
     * The strata.
     *
     * @param strata finite values, at least one in each
     * @param draws how often they are drawn again
     */
    public static Strata of(List<double[]> strata, int draws) {
        int size = strata.stream().mapToInt(stratum -> stratum.length).sum();
        double[] values = new double[size];
        int[] stratum = new int[size];
        int next = 0;
        for (int s = 0; s < strata.size(); s++) {
            if (strata.get(s).length == 0) {
                throw new IllegalArgumentException("stratum " + s + " of " + strata.size() + " has no value");
            }
            for (double value : strata.get(s)) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("strata are of finite values, not of " + value);
                }
                stratum[next] = s;
                values[next++] = value;
            }
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> members = new ArrayList<>();
        for (int s = 0; s < strata.size(); s++) {
            int wanted = s;
            members.add(IntStream.range(0, size)
                    .filter(i -> stratum[order[i]] == wanted)
                    .toArray());
        }
        double[] weights = Arrays.stream(order)
                .mapToDouble(i -> 1.0 / strata.size() / strata.get(stratum[i]).length)
                .toArray();
        return new Strata(Arrays.stream(order).mapToDouble(i -> values[i]).toArray(), weights, members, draws);
    }

    /** How often each value comes when each stratum's are drawn again. */
    private short[] again(RandomStream random) {
        short[] again = new short[sorted.length];
        for (int[] stratum : members) {
            for (int i = 0; i < stratum.length; i++) {
                again[stratum[random.nextInt(stratum.length)]]++;
            }
        }
        return again;
    }

    /** The mean of the middle half: a quarter of the weight is cut off at each end, a value at the edge in part. NaN for none. */
    public double interquartileMean() {
        return interquartileMean(once);
    }

    /** The 95 % interval of {@link #interquartileMean}. */
    public Interval interquartileMeanInterval() {
        return percentiles(this::interquartileMean);
    }

    /** The share of values above a threshold. */
    public double above(double threshold) {
        return above(threshold, once);
    }

    /** The 95 % interval of that share. */
    public Interval aboveInterval(double threshold) {
        return percentiles(again -> above(threshold, again));
    }

    private double interquartileMean(short[] times) {
        double before = 0;
        double sum = 0;
        double inside = 0;
        for (int i = 0; i < sorted.length; i++) {
            double after = before + times[i] * weights[i];
            double part = Math.max(0, Math.min(after, 0.75) - Math.max(before, 0.25));
            sum += part * sorted[i];
            inside += part;
            before = after;
        }
        return sum / inside;
    }

    private double above(double threshold, short[] times) {
        double share = 0;
        for (int i = sorted.length - 1; i >= 0 && sorted[i] > threshold; i--) {
            share += times[i] * weights[i];
        }
        return Math.min(1, share);
    }

    private Interval percentiles(ToDoubleFunction<short[]> statistic) {
        if (sorted.length == 0 || drawn.isEmpty()) {
            return Interval.UNDEFINED;
        }
        double[] values = drawn.stream().mapToDouble(statistic).sorted().toArray();
        return new Interval(percentile(values, 0.025), percentile(values, 0.975));
    }

    /** Between the two order statistics nearest. */
    private static double percentile(double[] ascending, double share) {
        double at = share * (ascending.length - 1);
        int below = (int) Math.floor(at);
        int next = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (at - below) * (ascending[next] - ascending[below]);
    }
}
