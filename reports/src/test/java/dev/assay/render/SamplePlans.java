package dev.assay.render;

import dev.assay.Better;
import dev.assay.Over;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.LevelType;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import dev.assay.plan.ResamplingPlan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sample run's experiments plan: a factor, a family, a reference, a censored metric, splits of one table, every claim. */
final class SamplePlans {
    static final String HOSTILE = "<script>alert('x')</script> & \"quoted\" <img src=x onerror=alert(1)>";

    private SamplePlans() {}

    static VariantPlan variant(String name, Role role, Factor... family) {
        return new VariantPlan(name, "", role, "", List.of(), List.of(family));
    }

    static MetricPlan metric(String name, Better better, String unit, String... variants) {
        return new MetricPlan(name, "", better, unit, false, null, List.of(variants));
    }

    static Plan smoothing() {
        String[] all = {"oneHot", "smoothed", "mixup", "teacher"};
        return new Plan(
                "label-smoothing",
                14,
                "Label smoothing",
                "Does softening the targets calibrate a classifier for free?",
                "One-hot targets pull a logit towards infinity, so a net grows *surer than it is right*.\n\n"
                        + "Softened targets stop that pull: the loss is smallest at a finite distance. " + HOSTILE
                        + "\n\n# A heading of the author\n\n- targets of **1 − ε** and ε/(K − 1)\n- no early stop\n\n"
                        + "[a link](javascript:alert(1)) and [another](https://example.org/paper).",
                "experiments.LabelSmoothing",
                new Seeds(2, 10, 20),
                List.of(new Factor("trainingSet", LevelType.INT, List.of("250", "1000"))),
                List.of(
                        new VariantPlan("oneHot", "The usual targets.", Role.BASELINE, "", List.of(), List.of()),
                        new VariantPlan(
                                "smoothed",
                                "Targets of 1 − ε and ε/(K − 1).",
                                Role.CONTENDER,
                                "",
                                List.of(),
                                List.of(new Factor("epsilon", LevelType.DOUBLE, List.of("0.05", "0.1", "0.2")))),
                        variant("mixup", Role.CONTENDER),
                        new VariantPlan("teacher", HOSTILE, Role.REFERENCE, "", List.of("trainingSet"), List.of())),
                List.of(
                        metric("ece", Better.LOWER, "", all),
                        metric("nll", Better.LOWER, "nat", all),
                        metric("accuracy", Better.HIGHER, "", all),
                        new MetricPlan("epochs", "", Better.LOWER, "", false, 41.0, List.of(all)),
                        metric("margin<b>", Better.NEITHER, "logit", "oneHot", "smoothed")),
                List.of(
                        new FigurePlan("Reliability", "Confidence against accuracy in 15 bins.", "", List.of(all)),
                        new FigurePlan("Confidence over the plane", "", "", List.of(all)),
                        new FigurePlan("Misread garments", "", "", List.of(all)),
                        new FigurePlan("Confused classes", "", "", List.of(all))),
                List.of(
                        new PlotPlan(List.of("ece", "accuracy"), "trainingSet", true),
                        new PlotPlan(List.of("nll"), "smoothed.epsilon", false)),
                List.of(
                        claim("smoothed(epsilon=0.1)", "oneHot", null, "ece", null, null, null, null, null),
                        claim("smoothed(epsilon=0.1)", null, "oneHot", "accuracy", null, null, 0.02, null, null),
                        claim("mixup", "oneHot", null, "nll", 0.05, null, null, null, null),
                        claim("mixup", "oneHot", null, "accuracy", null, null, null, null, null),
                        claim("smoothed(epsilon=0.1)", "oneHot", null, "epochs", null, null, null, null, null),
                        claim("*", null, null, "ece", null, null, null, 0.2, null)));
    }

    /** Chains of three lengths; the shortest are on splits of one table. */
    static Plan sampling(boolean withExploratory) {
        String[] all = {"metropolis", "gibbs", "hmc"};
        return new Plan(
                "mcmc-vs-vi",
                8,
                "MCMC against variational inference",
                "What does the speed of VI cost?",
                "Variational inference fits a family; Markov chains visit.",
                "",
                new Seeds(2, 10, 20),
                List.of(new Factor("length", LevelType.INT, List.of("100", "1000", "10000"))),
                List.of(
                        variant("metropolis", Role.BASELINE),
                        variant("gibbs", Role.CONTENDER),
                        variant("hmc", Role.CONTENDER)),
                List.of(
                        metric("sdError", Better.LOWER, "", all),
                        new MetricPlan("millis", "", Better.LOWER, "ms", true, null, List.of(all))),
                List.of(),
                List.of(new PlotPlan(List.of("sdError", "millis"), "length", true)),
                List.of(
                                claim("hmc", "metropolis", null, "millis", null, 2.0, null, null, null),
                                new ClaimPlan(
                                        "hmc", null, null, "sdError", "", null, null, null, -0.3, null, "length",
                                        Over.EACH),
                                new ClaimPlan(
                                        "hmc",
                                        "metropolis",
                                        null,
                                        "sdError",
                                        "length=10000",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Over.EACH),
                                claim("gibbs", "metropolis", null, "sdError", null, null, null, null, null))
                        .subList(0, withExploratory ? 4 : 3),
                List.of(new ResamplingPlan("length=100", 2, 1)));
    }

    static ClaimPlan claim(
            String that,
            @Nullable String beats,
            @Nullable String matches,
            String on,
            @Nullable Double by,
            @Nullable Double times,
            @Nullable Double within,
            @Nullable Double atMost,
            @Nullable Double atLeast) {
        return new ClaimPlan(that, beats, matches, on, "", by, times, within, atMost, atLeast, null, Over.EACH);
    }
}
