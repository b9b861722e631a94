package dev.assay.experiments.causal;

import dev.assay.experiments.causal.StructuralModel.Noise;
import dev.assay.experiments.causal.StructuralModel.Variable;
import java.util.ArrayList;
import java.util.List;

/** Four small models of smoking and cancer, all with the effect known. Cancer is a score of risk, not a yes or no. */
public final class TextbookModels {
    private TextbookModels() {}

    /**
     * Genetics makes people smoke and makes them ill, and makes smoking worse for them; it is measured. The noise of those who
     * smoke is half as large again, so that smoking does not do the same to everybody even of the same genetics. Effect 1.
     */
    public static StructuralModel genetics() {
        return new StructuralModel(measuredGenetics(), "smoking", "cancer", 1);
    }

    private static List<Variable> measuredGenetics() {
        return List.of(
                new Variable("genetics", false, List.of(), Noise.NORMAL, (none, noise) -> noise),
                new Variable(
                        "smoking", false, List.of("genetics"), Noise.LOGISTIC, (p, noise) -> p[0] + noise > 0 ? 1 : 0),
                new Variable(
                        "cancer",
                        false,
                        List.of("genetics", "smoking"),
                        Noise.NORMAL,
                        (p, noise) -> p[0] + p[1] + 0.5 * p[0] * p[1] + (1 + 0.5 * p[1]) * noise));
    }

    /** The same, and both smokers and the ill come to a hospital more often. Effect 1. */
    public static StructuralModel hospital() {
        List<Variable> variables = new ArrayList<>(measuredGenetics());
        variables.add(new Variable(
                "hospital", false, List.of("smoking", "cancer"), Noise.NORMAL, (p, noise) -> p[0] + p[1] + noise));
        return new StructuralModel(variables, "smoking", "cancer", 1);
    }

    /** Genes are hidden; smoking works through tar alone, and tar is measured. Effect 1 × 0.8. */
    public static StructuralModel tar() {
        return new StructuralModel(
                List.of(
                        new Variable("genes", true, List.of(), Noise.NORMAL, (none, noise) -> noise),
                        new Variable(
                                "smoking",
                                false,
                                List.of("genes"),
                                Noise.LOGISTIC,
                                (p, noise) -> p[0] + noise > 0 ? 1 : 0),
                        new Variable("tar", false, List.of("smoking"), Noise.NORMAL, (p, noise) -> p[0] + noise),
                        new Variable(
                                "cancer",
                                false,
                                List.of("tar", "genes"),
                                Noise.NORMAL,
                                (p, noise) -> 0.8 * p[0] + p[1] + noise)),
                "smoking",
                "cancer",
                0.8);
    }

    /** Genes are hidden; half of the units live where a tax makes smoking dear. Effect 1 on every unit. */
    public static StructuralModel tax() {
        return new StructuralModel(
                List.of(
                        new Variable("genes", true, List.of(), Noise.NORMAL, (none, noise) -> noise),
                        new Variable("tax", false, List.of(), Noise.LOGISTIC, (none, noise) -> noise > 0 ? 1 : 0),
                        new Variable(
                                "smoking",
                                false,
                                List.of("tax", "genes"),
                                Noise.LOGISTIC,
                                (p, noise) -> 1.5 - 3 * p[0] + p[1] + noise > 0 ? 1 : 0),
                        new Variable(
                                "cancer",
                                false,
                                List.of("smoking", "genes"),
                                Noise.NORMAL,
                                (p, noise) -> p[0] + p[1] + noise)),
                "smoking",
                "cancer",
                1);
    }
}
