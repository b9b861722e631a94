package dev.assay.experiments.foundations;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.data.Digits;
import dev.assay.experiments.data.Table;
import dev.assay.experiments.tuning.RateGrid;
import dev.assay.experiments.variational.LinearVae;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the learning rates of {@link Elbo} by the mean bound of rows that are neither trained on nor tested on.
 *
 * <p>{@code java -cp … dev.assay.experiments.foundations.TuningOfElbo ENGINE EFFORT SEEDS}
 */
final class TuningOfElbo {
    private static final double[] RATES = {1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1};

    private TuningOfElbo() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        RateGrid.print("tuning-of-elbo", "linear VAE", RATES, seeds, engine, effort, (t, rate) -> {
            List<LinearVae.Look> looks = Elbo.learn(t, Elbo.world(t), rate).looks();
            return looks.get(looks.size() - 1).bound();
        });
        RateGrid.print("tuning-of-elbo", "digits", RATES, seeds, engine, effort, (t, rate) -> {
            Table all = Digits.all();
            int[] order = t.random("split").permutation(all.size());
            int[] apart = Arrays.copyOfRange(order, Elbo.TEST_DIGITS, 2 * Elbo.TEST_DIGITS);
            int[] train = Arrays.copyOfRange(order, 2 * Elbo.TEST_DIGITS, order.length);
            return Elbo.learnDigits(t, Digits.binary(all.rows(train)), rate)
                    .bound(Digits.binary(all.rows(apart)), 1, t.random("one draw"));
        });
    }
}
