package dev.assay.experiments.generative;

import dev.assay.Effort;
import dev.assay.Trial;
import dev.assay.engine.EngineName;
import dev.assay.experiments.flows.DensityData;
import dev.assay.experiments.flows.FlowNet;
import dev.assay.experiments.flows.MaskedAffineNet;
import dev.assay.experiments.flows.PlanarNet;
import dev.assay.experiments.flows.RadialNet;
import dev.assay.experiments.tuning.RateGrid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Chooses the learning rates of this package's experiments on rows that are never judged.
 *
 * <p>{@code java -cp … dev.assay.experiments.generative.TuningOfGenerative normalizing-flows|gan-training ENGINE EFFORT SEEDS}
 */
final class TuningOfGenerative {
    private static final double[] RATES = {1e-2, 3e-2, 1e-1, 3e-1, 1};

    private static final double[] RATES_OF_GAMES = {1e-3, 3e-3, 1e-2, 3e-2};

    private TuningOfGenerative() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[1]);
        Effort effort = Effort.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[3]);
        if (arguments[0].equals("normalizing-flows")) {
            normalizingFlows(engine, effort, seeds);
        } else {
            ganTraining(engine, effort, seeds);
        }
    }

    private static void ganTraining(EngineName engine, Effort effort, int seeds) {
        for (GanTraining.Data data : GanTraining.Data.values()) {
            for (GanTraining.Way way : List.of(
                    GanTraining.Way.VANILLA,
                    GanTraining.Way.ONE_SIDED_SMOOTHING,
                    GanTraining.Way.FEATURE_MATCHING,
                    GanTraining.Way.WGAN,
                    GanTraining.Way.wganGp(10),
                    GanTraining.Way.wganGp(0.1),
                    GanTraining.Way.SPECTRAL_NORM)) {
                List<Double> modes = new ArrayList<>();
                RateGrid.print(
                        "tuning-of-gan-training",
                        way.game() + (way.normalised() ? " normalised, " : ", ") + data,
                        RATES_OF_GAMES,
                        seeds,
                        engine,
                        effort,
                        (t, rate) -> {
                            GanTraining.Trained trained = new GanTraining(data).play(t, way, rate);
                            modes.add(GanTraining.modes(trained));
                            return -GanTraining.slicedWasserstein(trained);
                        });
                System.out.println("    modes covered, seed after seed at each rate: " + modes);
            }
        }
    }

    private static void normalizingFlows(EngineName engine, Effort effort, int seeds) {
        for (DensityData data : DensityData.values()) {
            int d = data.dimensions();
            Map<String, Function<Trial, FlowNet>> flows = new LinkedHashMap<>();
            flows.put("planar", t -> PlanarNet.of(t, NormalizingFlows.BUMPS, d));
            flows.put("radial", t -> RadialNet.of(t, NormalizingFlows.BUMPS, d));
            flows.put(
                    "RealNVP", t -> MaskedAffineNet.realNvp(t, NormalizingFlows.COUPLINGS, NormalizingFlows.UNITS, d));
            flows.put("MAF", t -> MaskedAffineNet.maf(t, NormalizingFlows.BLOCKS, NormalizingFlows.UNITS, d));
            flows.forEach((name, flow) -> RateGrid.print(
                    "tuning-of-normalizing-flows",
                    name + ", " + data,
                    RATES,
                    seeds,
                    engine,
                    effort,
                    (t, rate) -> -NormalizingFlows.TRAINING.fit(t, flow.apply(t), data.draw(t), rate)));
        }
    }
}
