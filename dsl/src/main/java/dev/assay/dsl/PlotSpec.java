package dev.assay.dsl;

import dev.assay.plan.PlotPlan;
import java.util.List;

/** A plot under declaration. */
public final class PlotSpec {
    private final List<String> of;
    private String against = "";
    private boolean log;

    PlotSpec(List<String> of) {
        this.of = of;
    }

    /** The factor on the horizontal axis, or {@code "variant.level"} for a family's own level. */
    public PlotSpec against(String factor) {
        this.against = factor;
        return this;
    }

    /** Makes the horizontal axis logarithmic. */
    public PlotSpec logarithmic() {
        this.log = true;
        return this;
    }

    PlotPlan plan() {
        return new PlotPlan(of, against, log);
    }
}
