package good;

import static dev.assay.Better.LOWER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.dsl.Launcher;
import javax.annotation.processing.Generated;

/**
 * {@link CoinTosses} in the fluent DSL.
 */
@Generated("dev.assay.processor.ExperimentProcessor")
public final class CoinTossesHarness implements Harness<CoinTosses.Tosses> {
    @Override
    public Executable<CoinTosses.Tosses> executable() {
        return experiment("coin-tosses", e -> {
            e.title("Coin tosses");
            e.asks("Do more tosses say more?");
            e.prose(CoinTosses.class);

            e.variant("few", v -> {
                v.baseline();
                v.trial(t -> new CoinTosses().few(t));
            });
            e.variant("many", v -> v.trial(t -> new CoinTosses().many(t)));

            e.metric("error", LOWER, CoinTosses::error);

            e.claim(that("many").beats("few").on("error"));
        });
    }

    public static void main(String[] args) {
        Launcher.main(new CoinTossesHarness(), args);
    }
}
