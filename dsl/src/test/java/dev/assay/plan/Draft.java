package dev.assay.plan;

import static dev.assay.dsl.Assay.that;

import dev.assay.Better;
import dev.assay.dsl.StakedClaim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sound plan whose parts a test may spoil one by one. */
public final class Draft {
    public String id = "dropout-rate";
    public int question = 3;
    public String title = "Dropout";
    public String asks = "How much should be dropped?";
    public Seeds seeds = Seeds.DEFAULT;
    public final List<Factor> factors = new ArrayList<>();
    public final List<VariantPlan> variants = new ArrayList<>();
    public final List<MetricPlan> metrics = new ArrayList<>();
    public final List<FigurePlan> figures = new ArrayList<>();
    public final List<PlotPlan> plots = new ArrayList<>();
    public final List<ClaimPlan> claims = new ArrayList<>();

    private Draft() {}

    /** Two factors, a baseline, a contender, a family and a reference; one claim. */
    public static Draft sound() {
        Draft draft = new Draft();
        draft.factors.add(new Factor("batch", LevelType.INT, List.of("2", "8", "64")));
        draft.factors.add(new Factor("data", LevelType.ENUM, List.of("MOONS", "CANCER")));
        draft.variants.add(variant("none", Role.BASELINE));
        draft.variants.add(variant("plain", Role.CONTENDER));
        draft.variants.add(new VariantPlan(
                "dropout",
                "",
                Role.CONTENDER,
                "",
                List.of(),
                List.of(new Factor("rate", LevelType.DOUBLE, List.of("0.1", "0.5")))));
        draft.variants.add(variant("ceiling", Role.REFERENCE));
        draft.metrics.add(metric("loss", Better.LOWER, "none", "plain", "dropout", "ceiling"));
        draft.metrics.add(new MetricPlan(
                "millis", "", Better.LOWER, "ms", true, null, List.of("none", "plain", "dropout", "ceiling")));
        draft.metrics.add(metric("dropped", Better.NEITHER, "dropout"));
        draft.figures.add(new FigurePlan("Weights", "", "data=MOONS", List.of("none", "dropout")));
        draft.plots.add(new PlotPlan(List.of("loss", "millis"), "batch", true));
        draft.claim(that("dropout(rate=0.5)").beats("none").on("loss").at("data=CANCER, batch=8"));
        return draft;
    }

    public static VariantPlan variant(String name, Role role) {
        return new VariantPlan(name, "", role, "", List.of(), List.of());
    }

    public static VariantPlan variant(String name, Role role, String when, String... ignores) {
        return new VariantPlan(name, "", role, when, List.of(ignores), List.of());
    }

    public static MetricPlan metric(String name, Better better, String... variants) {
        return new MetricPlan(name, "", better, "", false, null, List.of(variants));
    }

    public Draft claim(StakedClaim... staked) {
        Arrays.stream(staked).map(StakedClaim::plan).forEach(claims::add);
        return this;
    }

    /** The same with these claims only. */
    public Draft claims(StakedClaim... staked) {
        claims.clear();
        return claim(staked);
    }

    public Plan plan() {
        return new Plan(
                id,
                question,
                title,
                asks,
                "Prose with **stars**.",
                "dev.assay.Example",
                seeds,
                factors,
                variants,
                metrics,
                figures,
                plots,
                claims);
    }
}
