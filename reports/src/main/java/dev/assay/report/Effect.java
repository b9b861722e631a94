package dev.assay.report;

import static dev.assay.judge.Phrases.number;
import static dev.assay.judge.Phrases.signed;

import dev.assay.estimate.Contrast;
import dev.assay.estimate.Interval;
import dev.assay.estimate.Scale;
import dev.assay.judge.Evidence;
import dev.assay.judge.Phrases;

/** A claim's effect with its interval in a few characters. */
public final class Effect {
    private Effect() {}

    /** The effect of the comparison that decided; positive is in favour of the claim's first side. */
    public static String of(ClaimReport claim) {
        return claim.evidence().stream()
                .filter(part -> part.verdict() == claim.verdict())
                .findFirst()
                .map(Effect::of)
                .orElse("–");
    }

    /** The effect of one comparison, oriented alike. */
    public static String of(Evidence evidence) {
        Contrast contrast = evidence.contrast();
        if (contrast == null) {
            return evidence.that().n() == 0
                    ? "–"
                    : number(evidence.that().min()) + "…"
                            + number(evidence.that().max()) + " over seeds";
        }
        double mean = contrast.moments().mean();
        Interval interval = contrast.interval();
        if (contrast.scale() == Scale.LOG) {
            return "× " + number(Math.exp(mean)) + " [" + number(Math.exp(interval.low())) + ", "
                    + number(Math.exp(interval.high())) + "]";
        }
        String unit = switch (contrast.scale()) {
            case RANK -> " ranks";
            case SLOPE -> " in slope";
            case VALUE, LOG -> "";
        };
        if (contrast.moments().sd() == 0) {
            return signed(mean) + unit + " at every seed";
        }
        int decimals = Phrases.decimals(interval.halfWidth());
        return signed(mean, decimals) + " [" + signed(interval.low(), decimals) + ", "
                + signed(interval.high(), decimals) + "]" + unit;
    }
}
