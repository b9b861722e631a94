package dev.assay.run;

import dev.assay.dsl.Executable;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;
import dev.assay.record.Status;
import dev.assay.record.TrialKey;
import dev.assay.worker.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run would do with an experiment, and why.
 *
 * @param experiment the experiment's id
 * @param trials how many trials would be run
 * @param kept how many need not be
 * @param why in a few words
 */
public record Forecast(String experiment, int trials, int kept, String why) {
    /**
     * What a run with these options would do. Nothing is written, locked or started.
     *
     * @throws RefusedException if the run would be refused for what stands in its directory
     */
    public static List<Forecast> of(Catalogue catalogue, List<Executable<?>> experiments, RunOptions options) {
        Agenda agenda;
        try {
            agenda = Agenda.of(Agenda.plan(catalogue, experiments, options), options);
        } catch (IOException failed) {
            throw new RefusedException("cannot read " + options.out() + ": " + failed.getMessage(), failed);
        }
        List<Forecast> forecasts = new ArrayList<>();
        for (Planned planned : agenda.plans()) {
            Schedule schedule = Schedule.of(List.of(planned.line()), options.engine(), agenda.counting());
            forecasts.add(new Forecast(
                    planned.line().experiment(),
                    schedule.total(),
                    schedule.reused(),
                    why(planned, schedule, agenda.before(), options)));
        }
        return forecasts;
    }

    private static String why(Planned planned, Schedule schedule, LedgerContent before, RunOptions options) {
        PlanLine earlier = before.plans().get(planned.line().experiment());
        if (options.fresh()) {
            return "--fresh";
        }
        if (earlier == null) {
            return "new";
        }
        if (planned.isStale()) {
            return planned.stale();
        }
        if (schedule.total() == 0) {
            return "unchanged";
        }
        List<String> reasons = new ArrayList<>();
        if (earlier.seeds() < planned.line().seeds()) {
            reasons.add("seeds added: " + planned.line().seeds() + " instead of " + earlier.seeds());
        }
        Set<TrialKey> failed = before.trials().stream()
                .filter(trial -> trial.status() == Status.FAILED)
                .map(trial -> trial.key())
                .collect(Collectors.toSet());
        long again = schedule.jobs().stream()
                .flatMap(job -> job.trials().stream())
                .filter(failed::contains)
                .count();
        if (again > 0) {
            reasons.add(again + " failed before");
        }
        long others = schedule.jobs().stream()
                .flatMap(job -> job.trials().stream())
                .filter(trial -> trial.seed() < earlier.seeds() && !failed.contains(trial))
                .count();
        if (others > 0) {
            reasons.add(others + " not run yet");
        }
        return String.join(", ", reasons);
    }
}
