package dev.assay.dsl;

import dev.assay.plan.ResamplingPlan;

/** Splits drawn again from one table, under declaration. */
public final class ResamplingSpec {
    private final int train;
    private final int test;
    private String when = "";

    ResamplingSpec(int train, int test) {
        this.train = train;
        this.test = test;
    }

    /** Only at these factor levels, {@code "data=CANCER"} say. */
    public ResamplingSpec at(String condition) {
        this.when = condition;
        return this;
    }

    ResamplingPlan plan() {
        return new ResamplingPlan(when, train, test);
    }
}
