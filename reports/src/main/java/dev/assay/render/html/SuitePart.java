package dev.assay.render.html;

import dev.assay.estimate.Interval;
import dev.assay.judge.Phrases;
import dev.assay.render.draw.Drawing;
import dev.assay.render.draw.ProfileChart;
import dev.assay.report.SuiteView;
import org.jspecify.annotations.Nullable;

/**
 * What the index says of all experiments together.
 *
 * @param view the numbers
 * @param profile the performance profile
 */
public record SuitePart(SuiteView view, Drawing profile) {
    /** The part, or null where the view is of no experiment. */
    static @Nullable SuitePart of(SuiteView view) {
        return view.experiments().isEmpty() ? null : new SuitePart(view, ProfileChart.of(view));
    }

    /** The interquartile mean with the decimals that its interval leaves a meaning. */
    public String mean() {
        return Phrases.signed(
                view.interquartileMean(), Phrases.decimals(view.interval().halfWidth()));
    }

    /** Its interval. */
    public String interval() {
        Interval interval = view.interval();
        int decimals = Phrases.decimals(interval.halfWidth());
        return Phrases.signed(interval.low(), decimals) + "…" + Phrases.signed(interval.high(), decimals);
    }

    /** The share of improvements above 0, in percent with its interval. */
    public String improved() {
        return view.profile().stream()
                .filter(point -> point.threshold() == 0)
                .map(point -> Math.round(100 * point.share()) + " % (95 % interval "
                        + Math.round(100 * point.interval().low()) + "…"
                        + Math.round(100 * point.interval().high()) + ")")
                .findFirst()
                .orElse("–");
    }
}
