package dev.assay.plan;

import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.Over;
import dev.assay.dsl.StakedClaim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private final Draft draft = Draft.sound();

    private List<String> unfolded(StakedClaim claim) {
        return Comparisons.of(draft.plan(), claim.plan()).stream()
                .map(comparison -> comparison.at() + ": " + comparison.that() + " " + comparison.other())
                .toList();
    }

    @Test
    void whatIsLeftFreeMeansEveryCell() {
        assertThat(unfolded(that("plain").beats("none").on("loss")))
                .containsExactly(
                        "{batch=2, data=MOONS}: [plain(batch=2, data=MOONS)] [none(batch=2, data=MOONS)]",
                        "{batch=2, data=CANCER}: [plain(batch=2, data=CANCER)] [none(batch=2, data=CANCER)]",
                        "{batch=8, data=MOONS}: [plain(batch=8, data=MOONS)] [none(batch=8, data=MOONS)]",
                        "{batch=8, data=CANCER}: [plain(batch=8, data=CANCER)] [none(batch=8, data=CANCER)]",
                        "{batch=64, data=MOONS}: [plain(batch=64, data=MOONS)] [none(batch=64, data=MOONS)]",
                        "{batch=64, data=CANCER}: [plain(batch=64, data=CANCER)] [none(batch=64, data=CANCER)]");
    }

    @Test
    void aFamilyLeftFreeMeansEachOfItsMembers() {
        assertThat(unfolded(that("dropout").beats("none").on("loss").at("batch=2, data=MOONS")))
                .containsExactly(
                        "{batch=2, data=MOONS}: [dropout(batch=2, data=MOONS, rate=0.1)] [none(batch=2, data=MOONS)]",
                        "{batch=2, data=MOONS}: [dropout(batch=2, data=MOONS, rate=0.5)] [none(batch=2, data=MOONS)]");
    }

    @Test
    void aSideFixesItsFamilyHoweverTheNumberIsWritten() {
        assertThat(unfolded(that("plain").beats("dropout(rate=1e-1)").on("loss").at("batch=2, data=MOONS")))
                .containsExactly(
                        "{batch=2, data=MOONS}: [plain(batch=2, data=MOONS)] [dropout(batch=2, data=MOONS, rate=0.1)]");
    }

    @Test
    void aSideThatFixesAFactorForItselfMeetsTheOtherAtEveryLevel() {
        assertThat(unfolded(that("plain(batch=2)").beats("none").on("loss").at("data=MOONS")))
                .containsExactly(
                        "{batch=2, data=MOONS}: [plain(batch=2, data=MOONS)] [none(batch=2, data=MOONS)]",
                        "{batch=8, data=MOONS}: [plain(batch=2, data=MOONS)] [none(batch=8, data=MOONS)]",
                        "{batch=64, data=MOONS}: [plain(batch=2, data=MOONS)] [none(batch=64, data=MOONS)]");
    }

    @Test
    void sidesThatBothFixAFactorMeetOnce() {
        assertThat(unfolded(that("plain(batch=2)")
                        .beats("plain(batch=64)")
                        .on("loss")
                        .at("data=MOONS")))
                .containsExactly("{data=MOONS}: [plain(batch=2, data=MOONS)] [plain(batch=64, data=MOONS)]");
        assertThat(unfolded(
                        that("plain(batch=2)").beats("none(batch=2)").on("loss").at("data=MOONS")))
                .containsExactly("{batch=2, data=MOONS}: [plain(batch=2, data=MOONS)] [none(batch=2, data=MOONS)]");
    }

    @Test
    void oneThatIgnoresAFactorIsPairedWithEachOfItsLevels() {
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "batch"));

        assertThat(unfolded(that("plain").beats("none").on("loss").at("data=MOONS")))
                .containsExactly(
                        "{batch=2, data=MOONS}: [plain(data=MOONS)] [none(batch=2, data=MOONS)]",
                        "{batch=8, data=MOONS}: [plain(data=MOONS)] [none(batch=8, data=MOONS)]",
                        "{batch=64, data=MOONS}: [plain(data=MOONS)] [none(batch=64, data=MOONS)]");
        assertThat(unfolded(that("none(batch=2)").beats("plain").on("loss").at("data=MOONS")))
                .containsExactly("{batch=2, data=MOONS}: [none(batch=2, data=MOONS)] [plain(data=MOONS)]");
    }

    @Test
    void twoThatIgnoreAFactorAreComparedOnce() {
        draft.variants.set(0, Draft.variant("none", Role.BASELINE, "", "batch"));
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "batch"));

        assertThat(unfolded(that("plain").beats("none").on("loss")))
                .containsExactly(
                        "{data=MOONS}: [plain(data=MOONS)] [none(data=MOONS)]",
                        "{data=CANCER}: [plain(data=CANCER)] [none(data=CANCER)]");
    }

    @Test
    void sidesMeetOnlyWhereBothExist() {
        draft.variants.set(0, Draft.variant("none", Role.BASELINE, "batch!=2"));
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "batch!=64"));

        assertThat(unfolded(that("plain").beats("none").on("loss").at("data=CANCER")))
                .containsExactly("{batch=8, data=CANCER}: [plain(batch=8, data=CANCER)] [none(batch=8, data=CANCER)]");
        assertThat(unfolded(that("plain(batch=64)").beats("none").on("loss"))).isEmpty();
    }

    @Test
    void aBoundIsMeantOnceForEachCell() {
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "batch"));

        assertThat(unfolded(that("plain").on("loss").atMost(1)))
                .containsExactly("{data=MOONS}: [plain(data=MOONS)] []", "{data=CANCER}: [plain(data=CANCER)] []");
        assertThat(unfolded(that("none(batch=8)").on("loss").atLeast(0).at("data=MOONS")))
                .containsExactly("{batch=8, data=MOONS}: [none(batch=8, data=MOONS)] []");
    }

    @Test
    void theStarMeansEveryVariantOfTheMetricThatIsNoReference() {
        assertThat(unfolded(that("*").on("loss").atMost(1).at("batch=2, data=MOONS")))
                .containsExactly(
                        "{batch=2, data=MOONS}: [none(batch=2, data=MOONS)] []",
                        "{batch=2, data=MOONS}: [plain(batch=2, data=MOONS)] []",
                        "{batch=2, data=MOONS}: [dropout(batch=2, data=MOONS, rate=0.1)] []",
                        "{batch=2, data=MOONS}: [dropout(batch=2, data=MOONS, rate=0.5)] []");
        assertThat(unfolded(that("*").on("dropped").atMost(1).at("batch=2, data=MOONS")))
                .hasSize(2);
    }

    @Test
    void aMeanIsTakenOverTheFactorsAndNotOverTheFamily() {
        assertThat(unfolded(that("dropout")
                        .beats("none")
                        .on("loss")
                        .at("data=MOONS")
                        .over(Over.MEAN)))
                .containsExactly(
                        "{}: [dropout(batch=2, data=MOONS, rate=0.1), dropout(batch=8, data=MOONS, rate=0.1), "
                                + "dropout(batch=64, data=MOONS, rate=0.1)] [none(batch=2, data=MOONS), "
                                + "none(batch=8, data=MOONS), none(batch=64, data=MOONS)]",
                        "{}: [dropout(batch=2, data=MOONS, rate=0.5), dropout(batch=8, data=MOONS, rate=0.5), "
                                + "dropout(batch=64, data=MOONS, rate=0.5)] [none(batch=2, data=MOONS), "
                                + "none(batch=8, data=MOONS), none(batch=64, data=MOONS)]");
    }

    @Test
    void aMeanCountsEachCellOnce() {
        draft.variants.set(1, Draft.variant("plain", Role.CONTENDER, "", "batch"));

        assertThat(unfolded(that("plain").on("loss").atMost(1).over(Over.MEAN)))
                .containsExactly("{}: [plain(data=MOONS), plain(data=CANCER)] []");
    }

    @Test
    void aSlopeIsFittedAlongItsFactorAtEachLevelOfTheOthers() {
        assertThat(unfolded(that("plain").beats("none").on("loss").along("batch")))
                .containsExactly(
                        "{data=MOONS}: [plain(batch=2, data=MOONS), plain(batch=8, data=MOONS), "
                                + "plain(batch=64, data=MOONS)] [none(batch=2, data=MOONS), "
                                + "none(batch=8, data=MOONS), none(batch=64, data=MOONS)]",
                        "{data=CANCER}: [plain(batch=2, data=CANCER), plain(batch=8, data=CANCER), "
                                + "plain(batch=64, data=CANCER)] [none(batch=2, data=CANCER), "
                                + "none(batch=8, data=CANCER), none(batch=64, data=CANCER)]");
    }

    @Test
    void aComparisonPairsItsCells() {
        Cell cell = new Cell("a", Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(Map.of(), List.of(), List.of()))
                .withMessageContaining("at least one cell");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(Map.of(), List.of(cell, cell), List.of(cell)))
                .withMessageContaining("has 2 and 1");
    }
}
