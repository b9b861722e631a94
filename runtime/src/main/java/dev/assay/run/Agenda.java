package dev.assay.run;

import dev.assay.dsl.Executable;
import dev.assay.plan.Plan;
import dev.assay.provenance.ProvenanceReader;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.worker.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is going to do, given what stands in its directory.
 *
 * @param plans the experiments, in the order in which they were asked for
 * @param before what the ledger holds, trials that do not count any more among it
 * @param schedule the trials that are left
 */
record Agenda(List<Planned> plans, LedgerContent before, Schedule schedule) {
    Agenda {
        plans = List.copyOf(plans);
    }

    /** What is planned now, whatever was run before. */
    static List<PlanLine> plan(Catalogue catalogue, List<Executable<?>> experiments, RunOptions options) {
        List<PlanLine> plans = new ArrayList<>();
        try (ProvenanceReader reader = ProvenanceReader.of(options.engine())) {
            for (Executable<?> experiment : experiments) {
                Plan plan = experiment.plan();
                plans.add(planLine(plan, options, reader.of(plan, catalogue.harness(plan.id()))));
            }
        }
        return plans;
    }

    /**
     * What is left to do.
     *
     * @throws RefusedException if the ledger is corrupt, or holds trials that these cannot stand beside
     * @throws IOException if it cannot be read
     */
    static Agenda of(List<PlanLine> plans, RunOptions options) throws IOException {
        LedgerContent before =
                options.fresh() ? LedgerContent.empty() : read(options.out().resolve(LedgerContent.FILE));
        requireSameKind(options, before);
        List<Planned> planned = plans.stream()
                .map(line -> Planned.of(line, before, options.untilDecided()))
                .toList();
        List<PlanLine> lines = planned.stream().map(Planned::line).toList();
        return new Agenda(planned, before, Schedule.of(lines, options.engine(), before.without(stale(planned))));
    }

    /** What the ledger holds that counts. */
    LedgerContent counting() {
        return before.without(stale());
    }

    /** The experiments whose earlier trials do not count any more. */
    Set<String> stale() {
        return stale(plans);
    }

    private static Set<String> stale(List<Planned> plans) {
        return plans.stream()
                .filter(Planned::isStale)
                .map(planned -> planned.line().experiment())
                .collect(Collectors.toSet());
    }

    private static LedgerContent read(Path ledger) throws IOException {
        try {
            return Files.exists(ledger) ? LedgerContent.read(ledger) : LedgerContent.empty();
        } catch (IllegalArgumentException corrupt) {
            throw new RefusedException(
                    corrupt.getMessage() + ", or add --fresh to start over with the ledger kept aside", corrupt);
        }
    }

    private static PlanLine planLine(Plan plan, RunOptions options, Provenance provenance) {
        return new PlanLine(
                LedgerLine.FORMAT,
                plan.id(),
                options.effort(),
                options.engine().djlName(),
                options.seeds().orElse(plan.seeds().of(options.effort())),
                provenance,
                plan,
                SourceText.of(plan.source()));
    }

    private static void requireSameKind(RunOptions options, LedgerContent before) {
        for (PlanLine there : before.plans().values()) {
            if (there.effort() != options.effort()
                    || !there.engine().equals(options.engine().djlName())) {
                throw new RefusedException(options.out() + " holds a run of "
                        + there.effort().name().toLowerCase(Locale.ROOT) + " effort on " + there.engine()
                        + ", and trials of " + options.effort().name().toLowerCase(Locale.ROOT) + " effort on "
                        + options.engine().djlName() + " are never pooled with those"
                        + "; add --fresh to start over there, or choose another directory with --out");
            }
        }
    }
}
