package dev.assay.judge;

import static org.assertj.core.api.Assertions.within;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.Over;
import dev.assay.estimate.Contrast;
import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** An experiment of two variants on one metric, of which the lower is better. */
final class Duel {
    static final double[] NOISE = {0.3, -0.1, 0.2, 0, -0.3, 0.1, -0.2, 0.25, -0.25, 0};

    private Duel() {}

    static ClaimPlan beats(@Nullable Double by, @Nullable Double times) {
        return new ClaimPlan("new", "old", null, "loss", "", by, times, null, null, null, null, Over.EACH);
    }

    static ClaimPlan matches(double within) {
        return new ClaimPlan("new", null, "old", "loss", "", null, null, within, null, null, null, Over.EACH);
    }

    static ClaimPlan atMost(double bound) {
        return new ClaimPlan("new", null, null, "loss", "", null, null, null, bound, null, null, Over.EACH);
    }

    static PlanLine line(Effort effort, int seeds, @Nullable Double never, ClaimPlan... claims) {
        Plan plan = new Plan(
                "demo",
                0,
                "Demo",
                "Is it?",
                "",
                "",
                Seeds.DEFAULT,
                List.of(),
                List.of(
                        new VariantPlan("old", "", Role.BASELINE, "", List.of(), List.of()),
                        new VariantPlan("new", "", Role.CONTENDER, "", List.of(), List.of())),
                List.of(new MetricPlan("loss", "", Better.LOWER, "", false, never, List.of("old", "new"))),
                List.of(),
                List.of(),
                List.of(claims));
        return new PlanLine(
                LedgerLine.FORMAT,
                "demo",
                effort,
                "MXNet",
                seeds,
                new Provenance("", Map.of(), Map.of(), Map.of(), "", 1),
                plan,
                "");
    }

    static TrialRecord trial(Cell cell, int seed, double value, Effort effort) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                "demo",
                cell.variant(),
                cell.levels(),
                seed,
                Status.OK,
                Map.of("loss", value),
                List.of(),
                List.of(),
                null,
                1,
                effort,
                "MXNet");
    }

    static Evidence judged(
            Effort effort,
            int seeds,
            @Nullable Double never,
            IntToDoubleFunction that,
            IntToDoubleFunction other,
            ClaimPlan claim) {
        PlanLine line = line(effort, seeds, never, claim);
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            trials.add(trial(new Cell("new", Map.of()), seed, that.applyAsDouble(seed), effort));
            trials.add(trial(new Cell("old", Map.of()), seed, other.applyAsDouble(seed), effort));
        }
        return Judge.claims(Observations.of(line, trials), effort)
                .get(0)
                .evidence()
                .get(0);
    }

    static Evidence judged(IntToDoubleFunction that, ClaimPlan claim) {
        return judged(Effort.QUICK, 10, null, that, seed -> 5 + NOISE[seed], claim);
    }

    static Contrast contrast(Evidence evidence) {
        return Objects.requireNonNull(evidence.contrast(), "two sides were compared");
    }
}
