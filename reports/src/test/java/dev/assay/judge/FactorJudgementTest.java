package dev.assay.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.Over;
import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Factor;
import dev.assay.plan.LevelType;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.Plan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.plan.VariantPlan;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FactorJudgementTest {
    @Test
    void fitsSlopesAlongAFactorAndPairsAVariantThatIgnoresIt() {
        Factor length = new Factor("length", LevelType.INT, List.of("10", "100", "1000"));
        ClaimPlan slope =
                new ClaimPlan("new", null, null, "loss", "", null, null, null, -0.45, null, "length", Over.EACH);
        ClaimPlan each = new ClaimPlan("new", "old", null, "loss", "", null, null, null, null, null, null, Over.EACH);
        ClaimPlan mean = new ClaimPlan("new", "old", null, "loss", "", null, null, null, null, null, null, Over.MEAN);
        Plan plan = new Plan(
                "demo",
                0,
                "Demo",
                "Is it?",
                "",
                "",
                Seeds.DEFAULT,
                List.of(length),
                List.of(
                        new VariantPlan("old", "", Role.BASELINE, "", List.of("length"), List.of()),
                        new VariantPlan("new", "", Role.CONTENDER, "", List.of(), List.of())),
                List.of(new MetricPlan("loss", "", Better.LOWER, "", false, null, List.of("old", "new"))),
                List.of(),
                List.of(),
                List.of(slope, each, mean));
        PlanLine line = new PlanLine(
                LedgerLine.FORMAT,
                "demo",
                Effort.QUICK,
                "MXNet",
                10,
                new Provenance("", Map.of(), Map.of(), Map.of(), "", 1),
                plan,
                "");
        List<TrialRecord> trials = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            trials.add(Duel.trial(new Cell("old", Map.of()), seed, 5, Effort.QUICK));
            for (String level : length.levels()) {
                double value = (1 + 0.01 * seed) * Math.pow(Double.parseDouble(level), -0.5);
                trials.add(Duel.trial(new Cell("new", Map.of("length", level)), seed, value, Effort.QUICK));
            }
        }
        List<Judgement> judgements = Judge.claims(Observations.of(line, trials), Effort.QUICK);
        assertThat(judgements.get(0).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(judgements.get(0).evidence().get(0).that().mean()).isCloseTo(-0.5, within(1e-12));
        assertThat(judgements.get(1).evidence()).hasSize(3).allMatch(part -> part.pairs() == 10);
        // Seed 0 has 10^-½, 100^-½ and 1000^-½, whose mean is .149284.
        assertThat(judgements.get(2).evidence()).hasSize(1);
        assertThat(judgements.get(2).evidence().get(0).that().min()).isCloseTo(0.149284, within(1e-6));
    }
}
