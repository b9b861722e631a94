package good;

import static dev.assay.Better.HIGHER;
import static dev.assay.Better.LOWER;
import static dev.assay.Better.NEITHER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Over;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.dsl.Launcher;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * {@link McmcVsVi} in the fluent DSL.
 */
@Generated("dev.assay.processor.ExperimentProcessor")
public final class McmcVsViHarness implements Harness<McmcVsVi.Posterior> {
    @Override
    public Executable<McmcVsVi.Posterior> executable() {
        return experiment("mcmc-vs-vi", e -> {
            e.question(8);
            e.title("MCMC against \"VI\" for $1");
            e.asks("What does the speed of VI cost?");
            e.prose(McmcVsVi.class);
            e.seeds(12, 24);

            var target = e.factor("target", McmcVsVi.Target.class);
            var length = e.factor("length", 256, 512);
            var budget = e.factor("budget", 4000000000L);
            var warm = e.factor("warm", true);
            var t_ = e.factor("t", "t");
            Function<Trial, McmcVsVi> at = t ->
                    new McmcVsVi(t.at(target), t.at(length), t.at(budget), t.at(warm), t.at(t_));

            e.variant("meanField", v -> {
                v.baseline();
                v.trialOf(McmcVsVi.Fitted.class, t -> at.apply(t).meanField(t));
            });
            e.variant("fullRank", v -> v.trialOf(McmcVsVi.Fitted.class, t -> at.apply(t).fullRank(t)));
            e.variant("metropolis", v -> v.trialOf(McmcVsVi.Chains.class, t -> at.apply(t).metropolis(t)));
            e.variant("gibbs", v -> {
                v.existsAt("target!=BANANA");
                v.trialOf(McmcVsVi.Chains.class, t -> at.apply(t).gibbs(t));
            });
            e.variant("hmc", v -> {
                var leaps = v.level("leaps", 5, 20);
                var step = v.level("step", 0.1, 0.001);
                v.trialOf(McmcVsVi.Chains.class, t -> at.apply(t).hmc(t, t.at(leaps), t.at(step)));
            });
            e.variant("exact", v -> {
                v.reference();
                v.ignores("target", "length", "warm");
                v.trial(t -> new McmcVsVi(McmcVsVi.Target.GAUSSIAN, 256, t.at(budget), true, t.at(t_)).exact(t));
            });

            e.metric("sdError", LOWER, McmcVsVi::sdError);
            e.metric("millis", LOWER, McmcVsVi::millis).unit("ms").timing();
            e.metricOf(McmcVsVi.Chains.class, "essPerSecond", HIGHER, McmcVsVi::essPerSecond)
                    .unit("1/s").timing();
            e.metricOf(McmcVsVi.Chains.class, "stepsToMix", LOWER, McmcVsVi::stepsToMix)
                    .never(1000);
            e.metric("draws", NEITHER, McmcVsVi::draws);

            e.figure("Draws over the true density", McmcVsVi::scatter);
            e.figureOf(McmcVsVi.Chains.class, "Traces", McmcVsVi::traces).at("length=256");

            e.plot("sdError", "millis").against("target");
            e.plot("millis").against("length").logarithmic();

            e.claim(that("hmc(leaps=20, step=0.10)").beats("meanField").on("sdError"));
            e.claim(that("meanField").beats("hmc(leaps=20, step=0.1)").on("millis").times(2)
                    .at("length=256"));
            e.claim(that("hmc(leaps=20, step=0.1)").beats("metropolis").on("essPerSecond")
                    .at("target=GAUSSIAN").over(Over.MEAN));
            e.claim(that("fullRank").matches("meanField").on("sdError").within(0.05)
                    .at("target!=BANANA"));
            e.claim(that("meanField").beats("metropolis").on("millis").by(-0.3).along("length"));
            e.claim(that("*").on("sdError").atMost(1.5));
            e.claim(that("*").on("sdError").atLeast(0));
        });
    }

    public static void main(String[] args) {
        Launcher.main(new McmcVsViHarness(), args);
    }
}
