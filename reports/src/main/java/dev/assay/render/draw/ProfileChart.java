package dev.assay.render.draw;

import dev.assay.report.SuiteView;
import dev.assay.report.SuiteView.ProfilePoint;
import java.util.List;

/** A suite's performance profile: the share of normalised improvements above each threshold, in its 95 % band. */
public final class ProfileChart {
    private static final int HEIGHT = 250;
    /** Sums of shares lack their last bits. */
    private static final double ALL = 1 - 1e-9;

    private static final String CAPTION = "Performance profile: how many improvements are larger than that";

    private ProfileChart() {}

    /** The chart of a suite that has a profile. */
    public static Drawing of(SuiteView view) {
        List<ProfilePoint> shown = shown(view.profile());
        List<Double> x = shown.stream().map(ProfilePoint::threshold).toList();
        List<Double> share = percent(shown.stream().map(ProfilePoint::share).toList());
        List<Double> low =
                percent(shown.stream().map(point -> point.interval().low()).toList());
        List<Double> high =
                percent(shown.stream().map(point -> point.interval().high()).toList());
        Frame frame = new Frame(Extent.of(x, false), new Extent(0, 100, false), HEIGHT)
                .axes("normalised improvement", "share above, %")
                .upright(0, "zero")
                .band(x, low, high, "band c0")
                .line(x, share, "line c0");
        return new Drawing.Chart(alt(view.profile()), CAPTION, List.of(frame.panel("")), List.of());
    }

    /** The thresholds between which something happens, one more on each side, and 0. */
    private static List<ProfilePoint> shown(List<ProfilePoint> profile) {
        int first = 0;
        while (first + 1 < profile.size()
                && profile.get(first + 1).interval().low() > ALL
                && profile.get(first + 1).threshold() <= 0) {
            first++;
        }
        int last = profile.size() - 1;
        while (last > first + 1
                && profile.get(last - 1).interval().high() < 1 - ALL
                && profile.get(last - 1).threshold() >= 0) {
            last--;
        }
        return profile.subList(first, last + 1);
    }

    private static List<Double> percent(List<Double> shares) {
        return shares.stream().map(share -> 100 * share).toList();
    }

    private static String alt(List<ProfilePoint> profile) {
        StringBuilder text = new StringBuilder("Performance profile. Share of normalised improvements");
        for (double threshold : new double[] {0, 0.1, 0.25, 0.5}) {
            profile.stream()
                    .filter(point -> Math.abs(point.threshold() - threshold) < 1e-9)
                    .forEach(point -> text.append(threshold == 0 ? " above 0: " : ", above " + threshold + ": ")
                            .append(Math.round(100 * point.share()))
                            .append(" % (95 % interval ")
                            .append(Math.round(100 * point.interval().low()))
                            .append("…")
                            .append(Math.round(100 * point.interval().high()))
                            .append(")"));
        }
        return text.append(".").toString();
    }
}
