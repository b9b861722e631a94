package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void unfoldsVariantsInTheirOrderWithTheLastLevelChangingFastest() {
        Draft draft = Draft.sound();
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch!=2|8, data=MOONS"));
        draft.variants.set(3, Draft.variant("ceiling", Role.REFERENCE, "", "batch", "data"));

        assertThat(Cells.of(draft.plan()))
                .extracting(Cell::toString)
                .containsExactly(
                        "none(batch=2, data=MOONS)",
                        "none(batch=2, data=CANCER)",
                        "none(batch=8, data=MOONS)",
                        "none(batch=8, data=CANCER)",
                        "none(batch=64, data=MOONS)",
                        "none(batch=64, data=CANCER)",
                        "plain(batch=64, data=MOONS)",
                        "dropout(batch=2, data=MOONS, rate=0.1)",
                        "dropout(batch=2, data=MOONS, rate=0.5)",
                        "dropout(batch=2, data=CANCER, rate=0.1)",
                        "dropout(batch=2, data=CANCER, rate=0.5)",
                        "dropout(batch=8, data=MOONS, rate=0.1)",
                        "dropout(batch=8, data=MOONS, rate=0.5)",
                        "dropout(batch=8, data=CANCER, rate=0.1)",
                        "dropout(batch=8, data=CANCER, rate=0.5)",
                        "dropout(batch=64, data=MOONS, rate=0.1)",
                        "dropout(batch=64, data=MOONS, rate=0.5)",
                        "dropout(batch=64, data=CANCER, rate=0.1)",
                        "dropout(batch=64, data=CANCER, rate=0.5)",
                        "ceiling");
    }

    @Test
    void aVariantThatIgnoresAFactorExistsOnceIfItExistsAtAll() {
        Draft draft = Draft.sound();
        draft.variants.subList(1, 4).clear();
        draft.variants.set(0, Draft.variant("none", Role.BASELINE, "batch!=8", "batch"));

        assertThat(Cells.of(draft.plan()))
                .containsExactly(new Cell("none", Map.of("data", "MOONS")), new Cell("none", Map.of("data", "CANCER")));
    }

    @Test
    void thereIsOneEmptyCombinationOfNoFactors() {
        assertThat(Cells.settings(List.of())).containsExactly(Map.of());
    }

    @Test
    void cellsSortByWhatTheyAreCalled() {
        Cell one = new Cell("a", Map.of("y", "1", "x", "2"));

        assertThat(one).hasToString("a(x=2, y=1)").isLessThan(new Cell("a", Map.of("x", "3")));
        assertThat(one).isEqualByComparingTo(new Cell("a", Map.of("x", "2", "y", "1")));
    }
}
