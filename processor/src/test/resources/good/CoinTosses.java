package good;

import static dev.assay.Better.LOWER;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Metric;
import dev.assay.Trial;
import dev.assay.Variant;

@Experiment(title = "Coin tosses", asks = "Do more tosses say more?")
@Claim(that = "many", beats = "few", on = "error")
record CoinTosses() {
    record Tosses(double mean) {}

    @Variant(baseline = true)
    Tosses few(Trial t) {
        return toss(t, 10);
    }

    @Variant
    Tosses many(Trial t) {
        return toss(t, 1000);
    }

    @Metric(better = LOWER)
    static double error(Tosses tosses) {
        return Math.abs(tosses.mean() - 0.5);
    }

    private static Tosses toss(Trial t, int times) {
        return new Tosses(t.effort(times) / 2000.0);
    }
}
