package dev.assay.experiments.reinforcement;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.tuning.RateGrid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses the learning rates of {@link EntropyRl} in worlds that are never judged, by the greedy return.
 *
 * <p>{@code java -cp … dev.assay.experiments.reinforcement.TuningOfEntropyRl ENGINE EFFORT SEEDS}
 */
final class TuningOfEntropyRl {
    private static final double[] RATES = {3e-3, 1e-2, 3e-2};

    private TuningOfEntropyRl() {}

    private interface AtRate {
        SoftActorCritic.Rules rules(double rate);
    }

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        Map<String, AtRate> ways = new LinkedHashMap<>();
        ways.put("none", rate -> new SoftActorCritic.Rules(0, false, false, rate));
        ways.put("epsilon-greedy", rate -> new SoftActorCritic.Rules(0, false, true, rate));
        ways.put("fixed .05", rate -> new SoftActorCritic.Rules(0.05, false, false, rate));
        ways.put("fixed .2", rate -> new SoftActorCritic.Rules(0.2, false, false, rate));
        ways.put("auto", rate -> new SoftActorCritic.Rules(0.2, true, false, rate));
        for (EntropyRl.Place world : EntropyRl.Place.values()) {
            ways.forEach((name, way) -> RateGrid.print(
                    "tuning-of-entropy-rl",
                    name + ", " + world,
                    RATES,
                    seeds,
                    engine,
                    effort,
                    (t, rate) -> new EntropyRl(world).learn(t, way.rules(rate)).greedyReturn()));
        }
    }
}
