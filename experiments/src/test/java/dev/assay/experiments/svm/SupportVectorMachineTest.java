package dev.assay.experiments.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import dev.assay.experiments.data.Folds;
import dev.assay.experiments.data.LetterRecognition;
import dev.assay.experiments.data.Moons;
import dev.assay.experiments.data.Standardisation;
import dev.assay.experiments.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SupportVectorMachineTest {
    private static Table two(double[] one, double[] other) {
        return Table.of(
                IntStream.range(0, one.length).mapToObj(i -> "x" + i).toList(),
                new double[][] {one, other},
                new int[] {0, 1},
                List.of("a", "b"));
    }

    private static Table letters(int perClass) {
        Table table = LetterRecognition.train().ofClasses(List.of("B", "H", "K", "R"));
        Table drawn = table.parts(RandomStream.of(5), perClass).get(0);
        return Standardisation.of(drawn).apply(drawn);
    }

    private static Stream<Kernel> kernels() {
        return Stream.of(new Kernel.Linear(), new Kernel.Polynomial(0.1, 0.7, 3), new Kernel.Rbf(0.1));
    }

    @Test
    void betweenTwoPointsTheLineIsThePerpendicularBisector() {
        SupportVectorMachine machine = SupportVectorMachine.train(
                new Setting(new Kernel.Linear(), 10), two(new double[] {1, 1}, new double[] {3, 3}));
        TwoClassMachine pair = machine.pairs().get(0);
        assertThat(pair.alpha(0)).isCloseTo(2 / 8.0, within(1e-3)); // 2 / ‖x − z‖²
        assertThat(pair.alpha(1)).isEqualTo(pair.alpha(0));
        assertThat(pair.decide(new double[] {2, 2})).isCloseTo(0, within(1e-3));
        assertThat(pair.decide(new double[] {4, 0})).isCloseTo(0, within(1e-3));
        assertThat(pair.squaredNorm()).isCloseTo(0.5, within(1e-3)); // the street is 2/‖w‖ = √8 across
    }

    @Test
    void betweenTwoPointsTheRadialKernelIsSolvedInClosedForm() {
        double[] one = {0};
        double[] other = {1};
        Kernel kernel = new Kernel.Rbf(0.5);
        TwoClassMachine pair = SupportVectorMachine.train(new Setting(kernel, 10), two(one, other))
                .pairs()
                .get(0);
        assertThat(pair.alpha(0)).isCloseTo(1 / (1 - Math.exp(-0.5)), within(1e-3));
        assertThat(pair.decide(new double[] {0.5})).isCloseTo(0, within(1e-3));
    }

    @Test
    void aSmallCHoldsEveryAlphaDown() {
        TwoClassMachine pair = SupportVectorMachine.train(
                        new Setting(new Kernel.Linear(), 0.1), two(new double[] {2}, new double[] {-2}))
                .pairs()
                .get(0);
        assertThat(pair.alpha(0)).isEqualTo(0.1);
        assertThat(pair.margin(0)).isCloseTo(0.8, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void solvesNoisyMoonsToItsTolerance(Kernel kernel) {
        Table moons = Moons.draw(120, 0.2, RandomStream.of(8));
        TwoClassMachine pair = SupportVectorMachine.train(new Setting(kernel, 4), moons)
                .pairs()
                .get(0);
        assertThat(Optimality.violation(pair)).isPositive().isLessThan(2e-3);
        assertThat(Optimality.relativeGap(pair)).isBetween(-1e-9, 1e-3);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void fourClassesMakeSixPairsEachSolved(Kernel kernel) {
        Table train = letters(30);
        SupportVectorMachine machine = SupportVectorMachine.train(new Setting(kernel, 1), train);
        assertThat(machine.pairs()).hasSize(6);
        for (TwoClassMachine pair : machine.pairs()) {
            assertThat(pair.size()).isEqualTo(60);
            assertThat(Optimality.violation(pair)).isLessThan(2e-3);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void decidesAsLibsvmDoes(Kernel kernel) {
        Table train = letters(30);
        SupportVectorMachine machine = SupportVectorMachine.train(new Setting(kernel, 2), train);
        svm_model model = svm.svm_train(problem(train), parameters(kernel, 2));
        double[] values = new double[6];
        for (double[] point : letters(40).x()) {
            double predicted = svm.svm_predict_values(model, nodes(point), values);
            for (int p = 0; p < 6; p++) {
                assertThat(machine.pairs().get(p).decide(point)).isCloseTo(values[p], within(1e-9));
            }
            if (undisputed(machine, point)) {
                assertThat(machine.predict(point)).isEqualTo((int) predicted);
            }
        }
    }

    /** Whether one class wins all its pairs; among classes with equal votes, LIBSVM takes the one it met first. */
    private static boolean undisputed(SupportVectorMachine machine, double[] point) {
        int winner = machine.predict(point);
        return machine.pairs().stream()
                .filter(pair -> pair.positive() == winner || pair.negative() == winner)
                .allMatch(pair -> (pair.decide(point) > 0 ? pair.positive() : pair.negative()) == winner);
    }

    private static svm_node[] nodes(double[] row) {
        return IntStream.range(0, row.length)
                .mapToObj(i -> {
                    svm_node node = new svm_node();
                    node.index = i + 1;
                    node.value = row[i];
                    return node;
                })
                .toArray(svm_node[]::new);
    }

    private static svm_problem problem(Table table) {
        svm_problem problem = new svm_problem();
        problem.l = table.size();
        problem.x =
                Arrays.stream(table.x()).map(SupportVectorMachineTest::nodes).toArray(svm_node[][]::new);
        problem.y = Arrays.stream(table.y()).asDoubleStream().toArray();
        return problem;
    }

    private static svm_parameter parameters(Kernel kernel, double c) {
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = kernel instanceof Kernel.Linear
                ? svm_parameter.LINEAR
                : kernel instanceof Kernel.Rbf ? svm_parameter.RBF : svm_parameter.POLY;
        parameters.gamma = 0.1;
        parameters.coef0 = 0.7;
        parameters.degree = 3;
        parameters.C = c;
        parameters.eps = 1e-3;
        parameters.cache_size = 64;
        parameters.shrinking = 1;
        return parameters;
    }

    @Test
    void supportRowsAreThoseThatAnyPairLeansOn() {
        Table train = letters(30);
        SupportVectorMachine machine = SupportVectorMachine.train(new Setting(new Kernel.Linear(), 1), train);
        int[] y = train.y();
        Set<Integer> leaning = new TreeSet<>();
        for (TwoClassMachine pair : machine.pairs()) {
            int[] rows = IntStream.range(0, train.size())
                    .filter(row -> y[row] == pair.positive() || y[row] == pair.negative())
                    .toArray();
            for (int i = 0; i < rows.length; i++) {
                if (pair.alpha(i) > 0) {
                    leaning.add(rows[i]);
                }
            }
        }
        assertThat(Arrays.stream(machine.supportRows()).boxed()).containsExactlyInAnyOrderElementsOf(leaning);
        assertThat(leaning).hasSizeLessThan(train.size());
    }

    @Test
    void drawsNothingFromLibsvmsOwnGenerator() {
        svm.rand.setSeed(5);
        long next = svm.rand.nextLong();
        svm.rand.setSeed(5);
        Table train = letters(10);
        CrossValidation.accuracy(
                new Setting(new Kernel.Rbf(0.1), 1), train, Folds.stratified(train.y(), 3, RandomStream.of(1)));
        assertThat(svm.rand.nextLong()).isEqualTo(next);
    }

    @Test
    void printsNothing() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SupportVectorMachine.train(new Setting(new Kernel.Linear(), 1), letters(10));
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void refusesRowsOfOneClass() {
        Table one = two(new double[] {1}, new double[] {2}).rows(0, 0);
        assertThatThrownBy(() -> SupportVectorMachine.train(new Setting(new Kernel.Linear(), 1), one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 training rows");
    }

    @Test
    void crossValidationTellsStructureFromNone() {
        RandomStream random = RandomStream.of(2);
        Table moons = Moons.draw(200, 0.1, random);
        Folds folds = Folds.stratified(moons.y(), 5, random);
        Setting setting = new Setting(new Kernel.Rbf(2), 4);
        assertThat(CrossValidation.accuracy(setting, moons, folds)).isGreaterThan(0.95);
        int[] y = moons.y();
        Table shuffled = Table.of(
                moons.features(),
                moons.x(),
                Arrays.stream(random.permutation(200)).map(i -> y[i]).toArray(),
                moons.classes());
        // Chance, give or take four standard errors of 200 guesses.
        assertThat(CrossValidation.accuracy(setting, shuffled, folds)).isCloseTo(0.5, within(0.142));
    }
}
