package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoldsTest {
    private static final int[] LABELS = IntStream.range(0, 103)
            .map(i -> i % 7 == 0 ? 1 : i % 3 == 0 ? 2 : 0)
            .toArray();

    @Test
    void everyRowLiesInsideOneFoldAndOutsideTheOthers() {
        Folds folds = Folds.stratified(LABELS, 5, RandomStream.of(1));
        int[] met = new int[LABELS.length];
        for (int fold = 0; fold < folds.count(); fold++) {
            Arrays.stream(folds.inside(fold)).forEach(row -> met[row]++);
            assertThat(IntStream.concat(Arrays.stream(folds.inside(fold)), Arrays.stream(folds.outside(fold)))
                            .sorted())
                    .containsExactlyElementsOf(
                            IntStream.range(0, LABELS.length).boxed().toList());
        }
        assertThat(met).containsOnly(1);
    }

    @Test
    void foldsDifferByAtMostOneRowInSizeAndInEveryClass() {
        Folds folds = Folds.stratified(LABELS, 5, RandomStream.of(2));
        assertThat(IntStream.range(0, 5).map(fold -> folds.inside(fold).length)).allMatch(n -> n == 20 || n == 21);
        for (int c = 0; c < 3; c++) {
            int label = c;
            int[] counts = IntStream.range(0, 5)
                    .map(fold -> (int) Arrays.stream(folds.inside(fold))
                            .filter(row -> LABELS[row] == label)
                            .count())
                    .sorted()
                    .toArray();
            assertThat(counts[4] - counts[0]).isBetween(0, 1);
        }
    }

    @Test
    void aStreamDecidesWhoMeetsWhom() {
        assertThat(Folds.stratified(LABELS, 5, RandomStream.of(1)).inside(0))
                .isEqualTo(Folds.stratified(LABELS, 5, RandomStream.of(1)).inside(0))
                .isNotEqualTo(Folds.stratified(LABELS, 5, RandomStream.of(2)).inside(0));
    }

    @Test
    void refusesMoreFoldsThanRows() {
        RandomStream random = RandomStream.of(1);
        assertThatThrownBy(() -> Folds.stratified(new int[3], 4, random)).hasMessageContaining("not 4");
    }
}
