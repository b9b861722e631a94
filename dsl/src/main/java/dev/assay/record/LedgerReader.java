package dev.assay.record;

import dev.assay.Effort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a ledger's lines one by one and refuses those that cannot stand beside an earlier one: trials of two efforts or
 * engines, trials of an experiment that depended on different code or data, and two outcomes of one trial. A trial that
 * failed may be followed by another try.
 */
final class LedgerReader {
    private final Map<String, PlanLine> plans = new LinkedHashMap<>();
    private final Map<String, PlanHistory> histories = new LinkedHashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Map<TrialKey, Numbered> trials = new LinkedHashMap<>();
    private final Map<String, Seen> basis = new LinkedHashMap<>();
    private @Nullable Seen kind;

    private record Numbered(int number, TrialRecord trial) {}

    /** What a line says of something that must be the same on every line. */
    private record Seen(int number, String what) {}

    /**
     * Takes in a line.
     *
     * @throws IllegalArgumentException if it contradicts an earlier line; the message names both, without the file
     */
    void add(int number, LedgerLine line) {
        if (line instanceof PlanLine plan) {
            requireSameKind(number, plan.effort(), plan.engine());
            requireSameBasis(number, plan.experiment(), plan.provenance().fingerprint());
            take(plan);
        } else if (line instanceof TrialRecord trial) {
            requireSameKind(number, trial.effort(), trial.engine());
            if (!trial.provenance().isEmpty()) {
                requireSameBasis(number, trial.experiment(), trial.provenance());
            }
            requireFirstOutcome(number, trial);
            trials.put(trial.key(), new Numbered(number, trial));
            tried.add(trial.experiment());
        }
    }

    private void take(PlanLine plan) {
        String id = plan.experiment();
        PlanLine before = plans.put(id, plan);
        PlanHistory history = histories.getOrDefault(id, new PlanHistory(Set.of(), List.of()));
        histories.put(id, history.planned(plan, before, tried.contains(id)));
    }

    private void requireSameKind(int number, Effort effort, String engine) {
        String now = effort.name().toLowerCase(Locale.ROOT) + " effort on " + engine;
        if (kind == null) {
            kind = new Seen(number, now);
        } else if (!kind.what().equals(now)) {
            throw new IllegalArgumentException("line " + number + " is of " + now + ", but line " + kind.number()
                    + " is of " + kind.what() + "; trials of two efforts or engines are never pooled, so remove one of"
                    + " the two, or run into different directories");
        }
    }

    private void requireSameBasis(int number, String experiment, String provenance) {
        Seen before = basis.putIfAbsent(experiment, new Seen(number, provenance));
        if (before != null && !before.what().equals(provenance)) {
            throw new IllegalArgumentException("line " + number + " and line " + before.number() + " are of "
                    + experiment + " with different code, data or engine version (" + provenance + " and "
                    + before.what() + "), which are never pooled; remove one of the two, or run into different"
                    + " directories");
        }
    }

    private void requireFirstOutcome(int number, TrialRecord trial) {
        Numbered before = trials.get(trial.key());
        if (before != null && before.trial().status() == Status.OK) {
            throw new IllegalArgumentException("line " + number + " is trial " + trial.key() + " again, which line "
                    + before.number() + " has the outcome of; a seed counts once, so remove one of the two");
        }
    }

    LedgerContent content(long intact) {
        return new LedgerContent(
                plans,
                new ArrayList<>(trials.values().stream().map(Numbered::trial).toList()),
                intact,
                histories);
    }
}
