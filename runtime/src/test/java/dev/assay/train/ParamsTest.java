package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import dev.assay.Step;
import dev.assay.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParamsTest {

    private static Params params(Trial trial) {
        return Params.of(trial, "net")
                .constant("a", 2, 2)
                .constant("b", 3, 1, 2)
                .build();
    }

    @Test
    void mapsZipsAndMultiplies() {
        InTrial.run(trial -> {
            Params p = params(trial);
            Params negated = p.map((name, w) -> w.neg());
            assertThat(negated.get("b").toFloatArray()).containsExactly(-3, -3);
            assertThat(p.zip(negated, NDArray::add).get("a").toFloatArray()).containsExactly(0, 0);
            assertThat(p.dot(p).toFloatArray()).containsExactly(2 * 4 + 2 * 9);
            assertThat(p.count()).isEqualTo(4);
            assertThat(p.only(name -> name.equals("a")).names()).containsExactly("a");
            return 0;
        });
    }

    @Test
    void setOverwritesInPlaceAndCopiesStayAsTheyWere() {
        InTrial.run(trial -> {
            Params p = params(trial);
            Params copy = p.copy();
            NDArray held = p.get("a");
            p.set(p.map((name, w) -> w.mul(10)));
            assertThat(held.toFloatArray()).containsExactly(20, 20);
            assertThat(copy.get("a").toFloatArray()).containsExactly(2, 2);
            return 0;
        });
    }

    @Test
    void aWeightThatIsOverwrittenByNameStillLearns() {
        InTrial.run(trial -> {
            Params p = params(trial);
            p.set("b", 5, 7);
            assertThat(p.get("b").toFloatArray()).containsExactly(5, 7);
            Learner.of(trial, Optimizer.sgd(0.5), p).minimise(() -> p.dot(p));
            assertThat(p.get("b").toFloatArray()).containsExactly(0, 0);
            assertThat(p.get("a").toFloatArray()).containsExactly(0, 0);
            assertThatThrownBy(() -> p.set("b", 1)).hasMessageContaining("2 numbers, not 1");
            return 0;
        });
    }

    @Test
    void aWeightOverwrittenWithDjlsOwnSetLearnsOn() {
        InTrial.run(trial -> {
            Params p = params(trial);
            Learner learner = Learner.of(trial, Optimizer.sgd(0.5), p);
            p.get("a").set(new float[] {8, 9});
            learner.minimise(() -> p.dot(p));
            assertThat(p.get("a").toFloatArray()).containsExactly(0, 0);
            return 0;
        });
    }

    @Test
    void copiesOutliveTheStepInWhichTheyWereMade() {
        InTrial.run(trial -> {
            Params p = params(trial);
            List<Params> copies = new ArrayList<>();
            for (Step step : trial.steps(3)) {
                p.set(p.map((name, w) -> w.add(step.index())));
                copies.add(p.copy());
            }
            assertThat(copies.get(2).get("a").toFloatArray()).containsExactly(5, 5);
            assertThat(copies.get(0).get("a").toFloatArray()).containsExactly(2, 2);
            return 0;
        });
    }

    @Test
    void noGradientGoesThroughACopy() {
        InTrial.run(trial -> {
            Params p = params(trial);
            Params gradient = Learner.of(trial, Optimizer.sgd(1), p).gradient(() -> p.dot(p.frozen()));
            assertThat(gradient.get("a").toFloatArray()).containsExactly(2, 2);
            return 0;
        });
    }

    @Test
    void drawsInitialWeightsByName() {
        InTrial.run(trial -> {
            Params one = Params.of(trial, "net").he("w1", 3, 2).he("w2", 3, 2).build();
            Params two = Params.of(trial, "net").he("w2", 3, 2).build();
            assertThat(two.get("w2").toFloatArray()).isEqualTo(one.get("w2").toFloatArray());
            assertThat(one.get("w1").toFloatArray()).isNotEqualTo(one.get("w2").toFloatArray());
            return 0;
        });
    }

    @Test
    void namesWhatIsMissing() {
        InTrial.run(trial -> {
            Params p = Params.of(trial, "net").zeros("weight", 1).build();
            assertThatThrownBy(() -> p.get("wieght")).hasMessageContaining("weight");
            assertThatThrownBy(() -> p.zip(params(trial), NDArray::add)).hasMessageContaining("[a, b]");
            assertThatThrownBy(() -> Params.of(trial, "net").zeros("w", 1).zeros("w", 1))
                    .hasMessageContaining("'w' already");
            return 0;
        });
    }
}
