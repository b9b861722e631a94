package dev.assay.experiments.metalearning;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.tuning.RateGrid;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the rates of {@link MetaLearning}: on sinusoids by the squared error after a step in tasks that no test sees (less is better,
 * so its negative), on letters by the accuracy on validation letters.
 *
 * <p>{@code java -cp … dev.assay.experiments.metalearning.TuningOfMetaLearning ENGINE EFFORT SEEDS sinusoids|letters}
 */
final class TuningOfMetaLearning {
    private static final double[] RATES = {3e-3, 1e-2, 3e-2};
    private static final double[] INNER_RATES = {0.1, 0.3, 1};
    private static final String ID = "tuning-of-meta-learning";

    private TuningOfMetaLearning() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        if (arguments[3].equals("sinusoids")) {
            sinusoids(seeds, engine, effort);
        } else {
            letters(seeds, engine, effort);
        }
    }

    private static void sinusoids(int seeds, EngineName engine, Effort effort) {
        for (Way way : Way.values()) {
            RateGrid.print(
                    ID,
                    "sinusoids " + way,
                    RATES,
                    seeds,
                    engine,
                    effort,
                    (t, rate) -> -CurveFitting.errors(t, CurveFitting.learned(t, way, rate), "tuning tasks", 1)
                            .get(1));
        }
        RateGrid.print(
                ID,
                "sinusoids memory",
                RATES,
                seeds,
                engine,
                effort,
                (t, rate) -> -CurveFitting.error(t, CurveFitting.memory(t, rate), "tuning tasks"));
    }

    private static void letters(int seeds, EngineName engine, Effort effort) {
        for (int shots : new int[] {1, 5}) {
            String of = shots + (shots == 1 ? " shot " : " shots ");
            for (Way way : Way.values()) {
                for (double inner : way == Way.PRETRAINED ? new double[] {0} : INNER_RATES) {
                    RateGrid.print(ID, of + way + ", inner " + inner, RATES, seeds, engine, effort, (t, rate) -> {
                        LetterReading letters = LetterReading.of(t, shots);
                        List<Double> accuracies = letters.validation(
                                way == Way.PRETRAINED ? letters.pretrained(rate) : letters.learned(way, rate, inner));
                        return accuracies.get(LetterReading.bestSteps(accuracies));
                    });
                }
            }
            RateGrid.print(ID, of + "prototypical", RATES, seeds, engine, effort, (t, rate) -> {
                LetterReading letters = LetterReading.of(t, shots);
                return letters.validation(letters.prototypical(rate)::scores);
            });
            RateGrid.print(ID, of + "memory", RATES, seeds, engine, effort, (t, rate) -> {
                LetterReading letters = LetterReading.of(t, shots);
                return letters.validation(letters.memory(rate)::outputs);
            });
        }
    }
}
