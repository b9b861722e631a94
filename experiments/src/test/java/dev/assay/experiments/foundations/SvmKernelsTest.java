package dev.assay.experiments.foundations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.chart.Layer;
import dev.assay.chart.Plane;
import dev.assay.engine.EngineName;
import dev.assay.experiments.data.LetterRecognition;
import dev.assay.experiments.data.Table;
import dev.assay.experiments.foundations.SvmKernels.Data;
import dev.assay.plan.Cell;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SvmKernelsTest {
    private static TrialRecord run(String variant, Data data, Effort effort) {
        try (TrialRunner<?> runner = TrialRunner.of(
                new SvmKernelsHarness().executable(), effort, EngineName.MXNET, Machine.alone(), () -> {})) {
            return runner.run(new Cell(variant, Map.of("data", data.name())), 0);
        }
    }

    private static double metric(TrialRecord trial, String name) {
        return trial.metrics().getOrDefault(name, Double.NaN);
    }

    private static Stream<Arguments> cells() {
        return Stream.of("linear", "polynomial", "rbf")
                .flatMap(variant -> Arrays.stream(Data.values()).map(data -> Arguments.of(variant, data)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyVariantIsTrainedToItsOptimumOnAllData(String variant, Data data) {
        TrialRecord trial = run(variant, data, Effort.SMOKE);
        assertThat(trial.failure()).isNull();
        assertThat(trial.status()).isEqualTo(Status.OK);
        assertThat(metric(trial, "kktViolation")).isBetween(0.0, 2e-3);
        assertThat(metric(trial, "accuracy")).isBetween(1.0 / (data == Data.LETTER ? 4 : 2), 1.0);
        assertThat(metric(trial, "supportVectors")).isBetween(2.0, 400.0);
        assertThat(trial.metrics().containsKey("kernelIdentity")).isEqualTo(variant.equals("polynomial"));
        if (variant.equals("polynomial")) {
            assertThat(metric(trial, "kernelIdentity")).isBetween(0.0, 1e-5);
        }
    }

    @Test
    void theSameTrialGivesTheSameNumbers() {
        TrialRecord one = run("rbf", Data.MOONS, Effort.QUICK);
        TrialRecord other = run("rbf", Data.MOONS, Effort.QUICK);
        assertThat(other.metrics()).isEqualTo(one.metrics());
        assertThat(other.figures()).isEqualTo(one.figures());
        assertThat(other.curves()).isEqualTo(one.curves());
    }

    @Test
    void theFigureShowsEveryTrainingPointOnce() {
        TrialRecord trial = run("linear", Data.MOONS, Effort.SMOKE);
        Plane plane = (Plane) trial.figures().get(0).chart();
        assertThat(plane.layers().get(0)).isInstanceOfSatisfying(Layer.Heat.class, heat -> {
            assertThat(heat.contours()).containsExactly(-1.0, 0.0, 1.0);
            assertThat(heat.values())
                    .hasSize(61)
                    .allSatisfy(row -> assertThat(row).hasSize(61));
        });
        List<Layer.Points> points = plane.layers().stream()
                .filter(Layer.Points.class::isInstance)
                .map(Layer.Points.class::cast)
                .toList();
        assertThat(points)
                .extracting(Layer.Points::name)
                .containsExactly("outer", "inner", "outer, support vector", "inner, support vector");
        assertThat(points.stream().mapToInt(layer -> layer.x().size()).sum()).isEqualTo(200);
        assertThat(points.stream().skip(2).mapToInt(layer -> layer.x().size()).sum())
                .isEqualTo((int) metric(trial, "supportVectors"));
    }

    @Test
    void whatCannotBeDrawnInAPlaneIsNotDrawn() {
        assertThat(run("linear", Data.CANCER, Effort.SMOKE).figures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Data.class)
    void noTestRowIsATrainingRow(Data data) {
        SvmKernels.Split split = data.draw(RandomStream.of(1));
        List<String> train =
                Arrays.stream(split.train().x()).map(Arrays::toString).toList();
        List<String> test =
                Arrays.stream(split.test().x()).map(Arrays::toString).toList();
        if (data == Data.LETTER) {
            // Sixteen small whole numbers: different pictures can measure alike, but few do.
            assertThat(test.stream().filter(train::contains).count()).isLessThan(10);
        } else {
            assertThat(test).doesNotContainAnyElementsOf(train);
        }
    }

    @Test
    void aThirdOfTheTumoursIsTestedOn() {
        SvmKernels.Split split = Data.CANCER.draw(RandomStream.of(1));
        assertThat(split.test().size()).isEqualTo(190);
        assertThat(split.train().size()).isEqualTo(379);
    }

    @Test
    void theFourLettersAreThoseThatNearestNeighboursConfuseMost() {
        Table letters = LetterRecognition.train();
        double[][] x = Arrays.copyOf(letters.x(), 4_000);
        int[] y = letters.y();
        int[][] confused = new int[26][26];
        for (int i = 0; i < x.length; i++) {
            int nearest = nearest(x, i);
            if (y[i] != y[nearest]) {
                confused[y[i]][y[nearest]]++;
                confused[y[nearest]][y[i]]++;
            }
        }
        int most = -1;
        String worst = "";
        for (int a = 0; a < 26; a++) {
            for (int b = a + 1; b < 26; b++) {
                for (int c = b + 1; c < 26; c++) {
                    for (int d = c + 1; d < 26; d++) {
                        int sum = confused[a][b]
                                + confused[a][c]
                                + confused[a][d]
                                + confused[b][c]
                                + confused[b][d]
                                + confused[c][d];
                        if (sum > most) {
                            most = sum;
                            worst = Stream.of(a, b, c, d)
                                    .map(letters.classes()::get)
                                    .reduce("", String::concat);
                        }
                    }
                }
            }
        }
        assertThat(worst).isEqualTo("BHKR");
    }

    private static int nearest(double[][] x, int row) {
        int nearest = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < x.length; other++) {
            double squared = 0;
            for (int i = 0; i < x[row].length; i++) {
                squared += (x[row][i] - x[other][i]) * (x[row][i] - x[other][i]);
            }
            if (other != row && squared < smallest) {
                smallest = squared;
                nearest = other;
            }
        }
        return nearest;
    }
}
