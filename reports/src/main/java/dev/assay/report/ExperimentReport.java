package dev.assay.report;

import dev.assay.Effort;
import dev.assay.estimate.Observations;
import dev.assay.judge.FalseDiscovery;
import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Look;
import dev.assay.judge.Looks;
import dev.assay.plan.Cell;
import dev.assay.record.PlanLine;
import java.util.List;
import java.util.Map;

/**
 * What is known of one experiment.
 *
 * @param id its id
 * @param question the number of the guide's question, or 0
 * @param title the technique's name
 * @param asks the question
 * @param answer the question's answer in one sentence, made of the first claim's numbers
 * @param effort the effort of every trial
 * @param engine the DJL engine's name
 * @param seeds how many seeds were planned or run
 * @param trials how many trials the ledger holds of the plan's cells
 * @param looks what a run until its claims are decided may spend when; empty where the number of seeds was fixed
 * @param extended at how many seeds a fixed plan was run before more were asked for: looks that no correction knows of
 * @param missing how many trials of the plan are not in the ledger: above 0 the run is incomplete
 * @param baseline the variant that the others are compared with
 * @param metrics the metrics in the plan's order
 * @param cells the estimates in the plan's order
 * @param contrasts every contender against the baseline on every metric that both have
 * @param improvements the normalised improvement that the claims of {@code beats} came to, one for each seed that has all of
 *     them; {@link Improvements} says how it is made
 * @param claims the claims in the plan's order, with their verdicts
 * @param figures the figures' files
 * @param failures the trials that failed, by cell and seed
 */
public record ExperimentReport(
        String id,
        int question,
        String title,
        String asks,
        String answer,
        Effort effort,
        String engine,
        int seeds,
        int trials,
        List<Look> looks,
        List<Integer> extended,
        int missing,
        String baseline,
        List<MetricReport> metrics,
        List<CellReport> cells,
        List<ContrastReport> contrasts,
        List<Double> improvements,
        List<ClaimReport> claims,
        List<FigureReport> figures,
        List<FailureReport> failures) {

    public ExperimentReport {
        looks = List.copyOf(looks);
        extended = List.copyOf(extended);
        metrics = List.copyOf(metrics);
        cells = List.copyOf(cells);
        contrasts = List.copyOf(contrasts);
        improvements = List.copyOf(improvements);
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
        failures = List.copyOf(failures);
    }

    /** Measures and judges an experiment's trials, as if there were no other. */
    public static ExperimentReport of(PlanLine line, Observations observations, List<FigureReport> figures) {
        Map<String, List<Judgement>> alone =
                FalseDiscovery.across(Map.of(line.experiment(), Judge.claims(observations, line.effort())));
        return of(line, observations, alone.getOrDefault(line.experiment(), List.of()), figures);
    }

    /** Measures an experiment's trials, which were judged among those of a suite. */
    public static ExperimentReport of(
            PlanLine line, Observations observations, List<Judgement> judgements, List<FigureReport> figures) {
        int trials = 0;
        for (Cell cell : observations.cells()) {
            trials += observations.trials(cell).size();
        }
        return new ExperimentReport(
                line.experiment(),
                line.plan().question(),
                line.plan().title(),
                line.plan().asks(),
                Answer.of(line, judgements),
                line.effort(),
                line.engine(),
                observations.seeds().size(),
                trials,
                Looks.planned(observations),
                observations.history().extended(),
                observations.cells().size() * observations.seeds().size() - trials,
                line.plan().baseline().name(),
                line.plan().metrics().stream()
                        .map(metric -> MetricReport.of(line.plan(), metric))
                        .toList(),
                observations.cells().stream()
                        .map(cell -> CellReport.of(observations, cell))
                        .toList(),
                ContrastReport.all(observations),
                Improvements.of(observations),
                judgements.stream()
                        .map(judgement -> ClaimReport.of(line.plan(), judgement))
                        .toList(),
                figures,
                FailureReport.all(observations));
    }
}
