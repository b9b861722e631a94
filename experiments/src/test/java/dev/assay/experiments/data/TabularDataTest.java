package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TabularDataTest {
    @Test
    void breastCancerHasItsPublishedShapeAndFirstRow() {
        Table cancer = BreastCancer.all();
        assertThat(cancer.size()).isEqualTo(569);
        assertThat(cancer.width()).isEqualTo(30);
        assertThat(cancer.classes()).containsExactly("malignant", "benign");
        assertThat(Arrays.stream(cancer.y()).filter(label -> label == 0)).hasSize(212);
        assertThat(Arrays.copyOf(cancer.row(0), 3)).containsExactly(17.99, 10.38, 122.8);
        assertThat(cancer.y()[0]).isZero();
    }

    @Test
    void theMeanFeaturesAreTheFirstTen() {
        Table means = BreastCancer.means();
        assertThat(means.width()).isEqualTo(10);
        assertThat(means.features()).allMatch(name -> name.startsWith("mean "));
        assertThat(Arrays.stream(means.x()).mapToDouble(row -> row[0]).average().orElseThrow())
                .isCloseTo(14.127, within(1e-3)); // the published mean of the mean radius
    }

    @Test
    void lettersHaveTheirPublishedShapeAndRange() {
        Table train = LetterRecognition.train();
        assertThat(train.size()).isEqualTo(16_000);
        assertThat(train.width()).isEqualTo(16);
        assertThat(LetterRecognition.test().size()).isEqualTo(4_000);
        assertThat(train.classes().get(train.y()[0])).isEqualTo("T");
        assertThat(train.row(0)).containsExactly(2, 8, 3, 5, 1, 8, 13, 0, 6, 6, 10, 8, 0, 8, 0, 8);
        assertThat(Arrays.stream(train.x()).flatMapToDouble(Arrays::stream))
                .allMatch(value -> value >= 0 && value <= 15 && value == Math.rint(value));
    }

    @Test
    void everyLetterIsThereToBeTested() {
        Table test = LetterRecognition.test().ofClasses(List.of("B", "H", "K", "R"));
        assertThat(test.size()).isEqualTo(136 + 151 + 146 + 161);
    }
}
