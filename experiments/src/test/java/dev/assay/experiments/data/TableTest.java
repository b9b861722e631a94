package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    private static final Table SMALL = Table.of(
            List.of("a", "b"),
            new double[][] {{1, 10}, {2, 20}, {3, 30}, {4, 40}},
            new int[] {0, 1, 2, 1},
            List.of("red", "green", "blue"));

    @Test
    void selectsRowsAndColumnsInTheOrderGiven() {
        Table chosen = SMALL.rows(3, 0).columns(1);
        assertThat(chosen.features()).containsExactly("b");
        assertThat(chosen.x()).isDeepEqualTo(new double[][] {{40}, {10}});
        assertThat(chosen.y()).containsExactly(1, 0);
    }

    @Test
    void numbersChosenClassesAnew() {
        Table chosen = SMALL.ofClasses(List.of("blue", "green"));
        assertThat(chosen.classes()).containsExactly("blue", "green");
        assertThat(chosen.y()).containsExactly(1, 0, 1);
        assertThat(chosen.row(1)).containsExactly(3, 30);
    }

    @Test
    void refusesAClassThatIsNotThere() {
        assertThatThrownBy(() -> SMALL.ofClasses(List.of("pink")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pink")
                .hasMessageContaining("green");
    }

    @Test
    void refusesRowsWithoutALabelAndLabelsWithoutAClass() {
        List<String> one = List.of("a");
        assertThatThrownBy(() -> Table.of(one, new double[][] {{1}, {2}}, new int[] {0}, one))
                .hasMessageContaining("2 rows come with 1 labels");
        assertThatThrownBy(() -> Table.of(one, new double[][] {{1}}, new int[] {1}, one))
                .hasMessageContaining("label 1");
        assertThatThrownBy(() -> Table.of(one, new double[][] {{1, 2}}, new int[] {0}, one))
                .hasMessageContaining("row 0 has 2 values");
    }

    @Test
    void sharesNoArrayWithItsCallers() {
        double[][] x = {{1}};
        Table table = Table.of(List.of("a"), x, new int[] {0}, List.of("c"));
        x[0][0] = 5;
        table.x()[0][0] = 6;
        table.row(0)[0] = 7;
        assertThat(table.row(0)).containsExactly(1);
    }

    @Test
    void partsAreStratifiedAndDisjoint() {
        List<Table> parts = LetterRecognition.test().parts(RandomStream.of(3), 5, 7);
        assertThat(parts).extracting(Table::size).containsExactly(5 * 26, 7 * 26);
        for (int c = 0; c < 26; c++) {
            int letter = c;
            assertThat(Arrays.stream(parts.get(1).y()).filter(label -> label == letter))
                    .hasSize(7);
        }
    }

    @Test
    void standardisesByTheTrainingRowsOnly() {
        Table train = SMALL.rows(0, 1, 2);
        Standardisation scale = Standardisation.of(train);
        double[][] scaled = scale.apply(train).x();
        for (int c = 0; c < 2; c++) {
            assertThat(scaled[0][c] + scaled[1][c] + scaled[2][c]).isEqualTo(0);
            assertThat((scaled[0][c] * scaled[0][c] + scaled[1][c] * scaled[1][c] + scaled[2][c] * scaled[2][c]) / 3)
                    .isCloseTo(1, within(1e-12));
        }
        assertThat(scale.apply(SMALL.row(3))[0]).isCloseTo(2 / Math.sqrt(2.0 / 3), within(1e-12));
    }

    @Test
    void shiftsAConstantColumnWithoutDividingByZero() {
        Table constant = Table.of(List.of("a"), new double[][] {{0.1}, {0.1}, {0.1}}, new int[3], List.of("c"));
        assertThat(Standardisation.of(constant).apply(new double[] {1.1})[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void standardisingRefusesARowOfAnotherWidth() {
        assertThatThrownBy(() -> Standardisation.of(SMALL).apply(new double[3]))
                .hasMessageContaining("2 columns")
                .hasMessageContaining("3");
    }
}
