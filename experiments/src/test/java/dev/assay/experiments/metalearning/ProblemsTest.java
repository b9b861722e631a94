package dev.assay.experiments.metalearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.assay.RandomStream;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProblemsTest {
    @Test
    void aSinusoidTaskIsOneSinusoid() {
        InTrial.run(trial -> {
            Episodes tasks = Sinusoids.draw(trial.arrays(), RandomStream.of(1), 200, 10, 7);
            double squares = 0;
            for (int task = 0; task < 200; task++) {
                float[] x = tasks.allX().get(task).toFloatArray();
                float[] y = tasks.allY().get(task).toFloatArray();
                // y = s sin x + c cos x, solved on the first two examples that are far from dependent
                int other = IntStream.range(1, 17)
                        .filter(i -> Math.abs(Math.sin(x[0] - x[i])) > 0.3)
                        .findFirst()
                        .orElseThrow();
                double det = Math.sin(x[0]) * Math.cos(x[other]) - Math.cos(x[0]) * Math.sin(x[other]);
                double s = (y[0] * Math.cos(x[other]) - y[other] * Math.cos(x[0])) / det;
                double c = (Math.sin(x[0]) * y[other] - Math.sin(x[other]) * y[0]) / det;
                assertThat(Math.hypot(s, c)).isBetween(0.0999, 5.0001);
                assertThat(-c).as("a sin φ").isGreaterThan(-1e-4);
                for (int i = 0; i < 17; i++) {
                    assertThat((double) x[i]).isBetween(-5.0, 5.0);
                    assertThat(s * Math.sin(x[i]) + c * Math.cos(x[i])).isCloseTo(y[i], within(1e-4));
                    squares += y[i] * y[i] / (200.0 * 17);
                }
            }
            assertThat(squares).as("(5³ − .1³) / (3 · 4.9) / 2").isCloseTo(4.25, within(1.1));
            return 0;
        });
    }

    /** Ten letters of twenty rows; a row says its letter and its own number. */
    private static Letters letters() {
        double[][] x = new double[200][];
        int[] y = new int[200];
        Arrays.setAll(x, i -> new double[] {Math.floorDiv(i, 20), i});
        Arrays.setAll(y, i -> i / 20);
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "L" + i).toList();
        return Letters.of(Table.of(List.of("letter", "row"), x, y, names));
    }

    @Test
    void aLetterTaskHasFiveLettersAndNoRowTwice() {
        InTrial.run(trial -> {
            Episodes tasks = letters().draw(trial.arrays(), RandomStream.of(2), 50, 3, 4);
            Set<List<Integer>> orders = new HashSet<>();
            for (int task = 0; task < 50; task++) {
                float[] x = tasks.allX().get(task).toFloatArray();
                float[] y = tasks.allY().get(task).toFloatArray();
                int[] letterOfLabel = {-1, -1, -1, -1, -1};
                int[] counts = new int[5];
                List<Integer> order = new ArrayList<>();
                for (int row = 0; row < 35; row++) {
                    int label = label(y, row);
                    int letter = Math.round(x[2 * row]);
                    assertThat(letterOfLabel[label]).isIn(-1, letter);
                    letterOfLabel[label] = letter;
                    counts[label] += row < 15 ? 1 : 100;
                    if (row < 15) {
                        order.add(label);
                    }
                }
                assertThat(counts).containsOnly(403);
                assertThat(letterOfLabel).doesNotHaveDuplicates();
                assertThat(IntStream.range(0, 35).mapToObj(row -> x[2 * row + 1]))
                        .doesNotHaveDuplicates();
                orders.add(order);
            }
            assertThat(orders).hasSizeGreaterThan(45);
            return 0;
        });
    }

    private static int label(float[] oneHot, int row) {
        return IntStream.range(0, 5)
                .filter(i -> oneHot[5 * row + i] == 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lettersOfTheDataAreDealtApart() {
        Letters.Parts parts = Letters.deal(RandomStream.of(3));
        assertThat(List.of(
                        parts.train().count(),
                        parts.validation().count(),
                        parts.test().count()))
                .containsExactly(13, 6, 7);
        assertThat(parts.train().width()).isEqualTo(16);
    }

    @Test
    void prototypesAreMeansAndTheNearestScoresMost() {
        InTrial.run(trial -> {
            Episodes tasks = letters().draw(trial.arrays(), RandomStream.of(4), 2, 3, 2);
            PrototypicalNet net = PrototypicalNet.of(trial, "net", 2);
            float[] scores = net.scores(tasks).get(1).toFloatArray();
            double[][] support = points(net, tasks.supportX().get(1));
            double[][] queries = points(net, tasks.queryX().get(1));
            float[] y = tasks.supportY().get(1).toFloatArray();
            double[][] means = new double[5][40];
            for (int i = 0; i < support.length; i++) {
                for (int c = 0; c < 40; c++) {
                    means[label(y, i)][c] += support[i][c] / 3;
                }
            }
            for (int q = 0; q < queries.length; q++) {
                double[] minusSquares = new double[5];
                for (int k = 0; k < 5; k++) {
                    for (int c = 0; c < 40; c++) {
                        minusSquares[k] -= (queries[q][c] - means[k][c]) * (queries[q][c] - means[k][c]);
                    }
                }
                for (int k = 1; k < 5; k++) {
                    assertThat((double) scores[5 * q + k] - scores[5 * q])
                            .isCloseTo(
                                    minusSquares[k] - minusSquares[0],
                                    within(1e-3 * (1 + Math.abs(minusSquares[k]) + Math.abs(minusSquares[0]))));
                }
            }
            return 0;
        });
    }

    private static double[][] points(PrototypicalNet net, NDArray rows) {
        float[] flat = TaskNet.forward(net.embedding(), rows.expandDims(0)).toFloatArray();
        double[][] points = new double[flat.length / 40][40];
        for (int i = 0; i < flat.length; i++) {
            points[i / 40][i % 40] = flat[i];
        }
        return points;
    }

    @Test
    void whatAMemoryAnswersDependsOnTheExamplesAndNotOnTheirOrderOrOtherQueries() {
        InTrial.run(trial -> {
            Episodes tasks = Sinusoids.draw(trial.arrays(), RandomStream.of(5), 2, 6, 4);
            MemoryNet net = MemoryNet.of(trial, "net", 1, 1);
            for (String name : List.of("say", "say what was read")) {
                NDArray weight = net.weights().get(name);
                net.weights()
                        .set(name, trial.normal(name, weight.size()).mul(0.1).toFloatArray());
            }
            float[] answers = net.outputs(tasks).toFloatArray();
            Episodes turned = new Episodes(
                    tasks.supportX().flip(1),
                    tasks.supportY().flip(1),
                    tasks.queryX().flip(1),
                    tasks.queryY());
            float[] turnedAnswers = net.outputs(turned).flip(1).toFloatArray();
            assertThat(turnedAnswers).containsExactly(answers, within(1e-5f));

            Episodes others = new Episodes(tasks.supportX(), tasks.supportY().mul(-1), tasks.queryX(), tasks.queryY());
            assertThat(net.outputs(others).sub(net.outputs(tasks)).abs().min().toFloatArray()[0])
                    .isGreaterThan(1e-4f);
            return 0;
        });
    }
}
