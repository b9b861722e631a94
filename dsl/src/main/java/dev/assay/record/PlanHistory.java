package dev.assay.record;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger tells of when an experiment's plan lines were written. A ledger is only appended to, so the order of its lines
 * is the order in which things were said and seen.
 *
 * @param staked the claims, as {@link dev.assay.plan.ClaimPlan#sentence() sentences}, of the plan lines before the
 *     experiment's first trial; a claim that is not among them was made with trials at hand
 * @param extended the numbers of seeds at which the experiment had trials and a fixed plan before a later line asked for
 *     more, ascending: looks that no correction knows of
 */
public record PlanHistory(Set<String> staked, List<Integer> extended) {
    public PlanHistory {
        staked = Collections.unmodifiableSet(new TreeSet<>(staked));
        extended = List.copyOf(extended);
    }

    /** The history of a plan that was written once, before any trial. */
    public static PlanHistory of(PlanLine line) {
        return new PlanHistory(Set.of(), List.of()).planned(line, null, false);
    }

    /** The history with one more plan line. */
    PlanHistory planned(PlanLine line, @Nullable PlanLine before, boolean hasTrials) {
        Set<String> claims = new TreeSet<>(staked);
        if (!hasTrials) {
            line.plan().claims().forEach(claim -> claims.add(claim.sentence()));
        }
        List<Integer> looks = extended;
        if (hasTrials
                && before != null
                && before.looks() == null
                && (line.looks() != null || line.seeds() > before.seeds())) {
            looks = Stream.concat(looks.stream(), Stream.of(before.seeds()))
                    .distinct()
                    .sorted()
                    .toList();
        }
        return new PlanHistory(claims, looks);
    }
}
