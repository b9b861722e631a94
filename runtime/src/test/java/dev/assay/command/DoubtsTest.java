package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Better;
import dev.assay.dsl.Assay;
import dev.assay.plan.Plan;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static Plan plan(int quickSeeds) {
        return Assay.<Double>experiment("guesses", e -> {
                    e.title("Guesses");
                    e.asks("Is it enough to guess?");
                    e.prose("");
                    e.source(DoubtsTest.class);
                    e.seeds(quickSeeds, 20);
                    e.variant("guessing", v -> {
                        v.baseline();
                        v.trial(t -> 0.5);
                    });
                    e.variant("knowing", v -> v.trial(t -> 1.0));
                    e.metric("score", Better.HIGHER, score -> score);
                    e.claim(Assay.that("knowing").beats("guessing").on("score"));
                })
                .plan();
    }

    @Test
    void warnOfAPlanByHandThatAQuickRunCannotDecide() {
        assertThat(Doubts.of(plan(4), DoubtsTest.class.getName()))
                .singleElement()
                .asString()
                .startsWith("warning: [assay:few-quick-seeds] guesses stakes 1 comparison on 4 seeds")
                .contains("run at least 6");
        assertThat(Doubts.of(plan(6), DoubtsTest.class.getName())).isEmpty();
    }

    @Test
    void leaveToTheCompilerWhatItHasSaid() {
        assertThat(Doubts.of(plan(4), DoubtsTest.class.getName() + "Harness")).isEmpty();
    }
}
