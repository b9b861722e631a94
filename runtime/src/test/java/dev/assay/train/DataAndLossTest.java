package dev.assay.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DataAndLossTest {

    @Test
    void crossEntropyTakesIndicesAndDistributions() {
        InTrial.run(trial -> {
            NDArray logits = trial.arrays().create(new float[][] {{1, 2, 3}, {0, 0, 0}});
            double first = -(2 - Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)));
            NDArray indices = trial.arrays().create(new float[] {1, 2});
            float[] byIndex = Loss.crossEntropy().perExample(logits, indices).toFloatArray();
            assertThat((double) byIndex[0]).isCloseTo(first, within(1e-5));
            assertThat((double) byIndex[1]).isCloseTo(Math.log(3), within(1e-5));
            NDArray oneHot = trial.arrays().create(new float[][] {{0, 1, 0}, {0, 0, 1}});
            assertThat(Loss.crossEntropy().perExample(logits, oneHot).toFloatArray())
                    .isEqualTo(byIndex);
            NDArray soft = trial.arrays().create(new float[][] {{0, 0.5f, 0.5f}, {1, 0, 0}});
            assertThat((double) Loss.crossEntropy().perExample(logits, soft).toFloatArray()[0])
                    .isCloseTo(first - 0.5, within(1e-5));
            return 0;
        });
    }

    @Test
    void squaredAndBinaryLossesAgreeWithTheirFormulas() {
        InTrial.run(trial -> {
            NDArray z = trial.arrays().create(new float[][] {{3, -1}, {100, -100}});
            NDArray t = trial.arrays().create(new float[][] {{1, 0}, {0, 1}});
            float[] squares = Loss.squaredError().perExample(z, t).toFloatArray();
            assertThat(squares[0]).isEqualTo((4f + 1f) / 2);
            float[] binary = Loss.binaryCrossEntropy().perExample(z, t).toFloatArray();
            double expected = (Math.log1p(Math.exp(-3)) + Math.log1p(Math.exp(-1))) / 2;
            assertThat((double) binary[0]).isCloseTo(expected, within(1e-5));
            assertThat(binary[1]).isEqualTo(100);
            assertThatThrownBy(() -> Loss.squaredError().perExample(z, t.sum(new int[] {1})))
                    .hasMessageContaining("(2, 2)")
                    .hasMessageContaining("(2)");
            return 0;
        });
    }

    @Test
    void rowsKeepTheirTargetsAndLabels() {
        InTrial.run(trial -> {
            float[][] x = new float[10][4];
            int[] labels = new int[10];
            for (int i = 0; i < 10; i++) {
                Arrays.fill(x[i], i);
                labels[i] = i % 3;
            }
            Data data = Data.of(trial, x, labels, 3, 1, 2, 2);
            assertThat(data.x().getShape().getShape()).containsExactly(10, 1, 2, 2);
            Data some = data.rows(7, 2, 2);
            assertThat(some.labels()).containsExactly(1, 2, 2);
            assertThat(some.x().toFloatArray()).startsWith(7, 7, 7, 7, 2);
            assertThat(some.y().toFloatArray()).containsExactly(0, 1, 0, 0, 0, 1, 0, 0, 1);
            assertThat(some.and(data).labels()).startsWith(1, 2, 2, 0, 1, 2, 0).hasSize(13);
            assertThat(data.range(3, 5).x().toFloatArray()).containsExactly(3, 3, 3, 3, 4, 4, 4, 4);

            Data.Split split = data.split(trial.random("split"), 5, 3, 2);
            int[] seen = IntStream.concat(
                            IntStream.concat(first(split.train()), first(split.valid())), first(split.test()))
                    .sorted()
                    .toArray();
            assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThatThrownBy(() -> data.split(trial.random("split"), 9, 1, 1)).hasMessageContaining("11");
            assertThatThrownBy(() -> Data.of(trial, x, labels, 2)).hasMessageContaining("label 2");
            return 0;
        });
    }

    private static IntStream first(Data data) {
        float[] values = data.x().toFloatArray();
        return IntStream.range(0, data.size()).map(i -> (int) values[4 * i]);
    }
}
