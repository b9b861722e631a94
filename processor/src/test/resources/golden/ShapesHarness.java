package good;

import static dev.assay.Better.HIGHER;
import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;

import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.dsl.Harness;
import dev.assay.dsl.Launcher;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/**
 * {@link Shapes} in the fluent DSL.
 */
@Generated("dev.assay.processor.ExperimentProcessor")
public final class ShapesHarness implements Harness<Shapes.Shape> {
    @Override
    public Executable<Shapes.Shape> executable() {
        return experiment("shapes-by-hand", e -> {
            e.question(3);
            e.title("Shapes");
            e.asks("Which is larger?");
            e.prose(Shapes.class);

            var size = e.factor("size", 2, -3);
            var e_ = e.factor("e", Shapes.Ink.class);
            Function<Trial, Shapes> at = t -> new Shapes(t.at(size), t.at(e_));

            e.variant("circle", v -> {
                v.baseline();
                v.trialOf(Shapes.Circle.class, t -> at.apply(t).circle(t));
            });
            e.variant("square", v -> v.trialOf(Shapes.Square.class, t -> at.apply(t).square(t)));
            e.variant("boxed", v -> {
                v.reference();
                var v_ = v.level("v", -1L, 5L);
                var t_ = v.level("t", -0.5);
                v.trialOf(Shapes.Square.class, t -> at.apply(t).boxed(t, t.at(v_), t.at(t_)));
            });

            e.metric("area", HIGHER, Shapes::area);
            e.metricOf(Shapes.Cornered.class, "corners", HIGHER, Shapes::corners);

            e.figure("Outline", Shapes::outline);

            e.resampled(2, 1).at("size=2");

            e.claim(that("square").beats("circle").on("area").by(0.5).at("size=2"));
        });
    }

    public static void main(String[] args) {
        Launcher.main(new ShapesHarness(), args);
    }
}
