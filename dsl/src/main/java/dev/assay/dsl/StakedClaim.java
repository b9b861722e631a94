package dev.assay.dsl;

import dev.assay.Over;
import dev.assay.plan.ClaimPlan;
import org.jspecify.annotations.Nullable;

/**
 * A complete claim. Each method returns another claim, narrowed or widened.
 *
 * @param plan what it says so far
 */
public record StakedClaim(ClaimPlan plan) {
    /** By more than this, in the metric's unit; negative for "not worse by more than". */
    public StakedClaim by(double margin) {
        return with(plan.when(), margin, plan.times(), plan.along(), plan.over());
    }

    /** By more than this ratio, above 1. */
    public StakedClaim times(double ratio) {
        return with(plan.when(), plan.by(), ratio, plan.along(), plan.over());
    }

    /** Only at these factor levels, {@code "batchSize=2, data=MOONS"} say. */
    public StakedClaim at(String condition) {
        return with(condition, plan.by(), plan.times(), plan.along(), plan.over());
    }

    /** On each side's log–log slope along this factor, fitted per seed. */
    public StakedClaim along(String factor) {
        return with(plan.when(), plan.by(), plan.times(), factor, plan.over());
    }

    /** Whether factors left free are judged level by level or averaged within a seed first; a family's levels never are. */
    public StakedClaim over(Over levels) {
        return with(plan.when(), plan.by(), plan.times(), plan.along(), levels);
    }

    /** The same statement about the same sides and metric, in other words where words may follow. */
    private StakedClaim with(
            String when, @Nullable Double by, @Nullable Double times, @Nullable String along, Over over) {
        return new StakedClaim(new ClaimPlan(
                plan.that(),
                plan.beats(),
                plan.matches(),
                plan.on(),
                when,
                by,
                times,
                plan.within(),
                plan.atMost(),
                plan.atLeast(),
                along,
                over));
    }
}
