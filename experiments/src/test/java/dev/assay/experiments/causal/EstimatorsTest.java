package dev.assay.experiments.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EstimatorsTest {
    private static final Set<String> GENETICS = Set.of("genetics");
    private static final Covariates RIGHT = new Covariates(GENETICS, true);
    private static final Covariates WRONG = new Covariates(GENETICS, false);

    private static Sample sample(StructuralModel model, int units, long key) {
        return model.draw(units, RandomStream.of(key));
    }

    private static double z(Estimate estimate, double truth) {
        return Math.abs(estimate.effect() - truth) / estimate.standardError();
    }

    static Stream<StructuralModel> models() {
        return Stream.of(
                TextbookModels.genetics(), TextbookModels.hospital(), TextbookModels.tar(), TextbookModels.tax());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theEffectIsWhatInterventionsShow(StructuralModel model) {
        RandomStream random = RandomStream.of(1);
        int units = 50_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < units; i++) {
            double[] noise = model.variables().stream()
                    .mapToDouble(variable -> variable.noise().draw(random))
                    .toArray();
            int outcome = model.place(model.outcome());
            double effect = model.intervene(noise, 1)[outcome] - model.intervene(noise, 0)[outcome];
            sum += effect;
            squares += effect * effect;
        }
        double mean = sum / units;
        double error = Math.sqrt(Math.max(0, squares / units - mean * mean) / units);
        assertThat(mean).isCloseTo(model.effect(), within(4 * error + 1e-9));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aUnitsEffectIsTheDifferenceOfItsTwoOutcomes(StructuralModel model) {
        Sample sample = sample(model, 200, 2);
        for (int i = 0; i < sample.size(); i++) {
            double treated = sample.treatments()[i] == 1 ? sample.outcomes()[i] : sample.otherwise(i);
            double untreated = sample.treatments()[i] == 1 ? sample.otherwise(i) : sample.outcomes()[i];
            assertThat(sample.effect(i)).isCloseTo(treated - untreated, within(1e-12));
        }
    }

    @Test
    void withoutCovariatesTheEffectIsTheDifferenceOfMeansWithItsTextbookError() {
        Sample sample = sample(TextbookModels.genetics(), 300, 3);
        double[] n = new double[2];
        double[] mean = new double[2];
        double[] square = new double[2];
        for (int i = 0; i < 300; i++) {
            int arm = (int) sample.treatments()[i];
            n[arm]++;
            mean[arm] += sample.outcomes()[i];
            square[arm] += sample.outcomes()[i] * sample.outcomes()[i];
        }
        double variance = 0;
        for (int arm = 0; arm < 2; arm++) {
            mean[arm] /= n[arm];
            variance += (square[arm] / n[arm] - mean[arm] * mean[arm]) / n[arm];
        }
        Estimate naive = OutcomeRegression.on(sample, Set.of()).estimate();
        assertThat(naive.effect()).isCloseTo(mean[1] - mean[0], within(1e-9));
        assertThat(naive.standardError()).isCloseTo(Math.sqrt(variance), within(1e-6));
    }

    @Test
    void theInstrumentsEffectIsWaldsRatio() {
        Sample sample = sample(TextbookModels.tax(), 400, 4);
        double[] tax = sample.column("tax");
        double[] taxed = new double[3];
        double[] free = new double[3];
        for (int i = 0; i < 400; i++) {
            double[] side = tax[i] == 1 ? taxed : free;
            side[0]++;
            side[1] += sample.treatments()[i];
            side[2] += sample.outcomes()[i];
        }
        double wald = (taxed[2] / taxed[0] - free[2] / free[0]) / (taxed[1] / taxed[0] - free[1] / free[0]);
        assertThat(new InstrumentalVariable(sample, "tax").estimate().effect()).isCloseTo(wald, within(1e-8));
    }

    @Test
    void weightsByASaturatedPropensityStandardiseOverItsCells() {
        // with one dichotomous covariate both are Σ_g P(g) (mean of the treated in g − mean of the untreated in g)
        Sample sample = sample(TextbookModels.genetics(), 500, 5);
        double[][] sums = new double[2][4];
        for (int i = 0; i < 500; i++) {
            int cell = sample.column("genetics")[i] > 0 ? 1 : 0;
            int arm = (int) sample.treatments()[i];
            sums[cell][arm]++;
            sums[cell][2 + arm] += sample.outcomes()[i];
        }
        double effect = 0;
        for (double[] cell : sums) {
            effect += (cell[0] + cell[1]) / 500 * (cell[3] / cell[1] - cell[2] / cell[0]);
        }
        assertThat(new InverseWeighting(sample, WRONG).estimate().effect()).isCloseTo(effect, within(1e-7));
        assertThat(new DoublyRobust(sample, WRONG, WRONG).estimate().effect()).isCloseTo(effect, within(1e-7));
    }

    static Stream<Function<Sample, Estimate>> consistentWithGenetics() {
        return Stream.of(
                s -> OutcomeRegression.on(s, GENETICS).estimate(),
                s -> new InverseWeighting(s, RIGHT).estimate(),
                s -> new DoublyRobust(s, RIGHT, RIGHT).estimate(),
                s -> new DoublyRobust(s, WRONG, RIGHT).estimate(),
                s -> new DoublyRobust(s, RIGHT, WRONG).estimate(),
                s -> Counterfactual.fit(s, GENETICS).estimate());
    }

    @ParameterizedTest
    @MethodSource("consistentWithGenetics")
    void whatShouldFindTheEffectFindsItOnManyUnits(Function<Sample, Estimate> method) {
        Estimate estimate = method.apply(sample(TextbookModels.hospital(), 40_000, 6));
        assertThat(z(estimate, 1)).isLessThan(4);
        assertThat(estimate.standardError()).isLessThan(0.03);
    }

    static Stream<Function<Sample, Estimate>> inconsistentWithGenetics() {
        return Stream.of(
                s -> OutcomeRegression.on(s, Set.of()).estimate(),
                s -> OutcomeRegression.on(s, Set.of("genetics", "hospital")).estimate(),
                s -> new InverseWeighting(s, WRONG).estimate(),
                s -> new DoublyRobust(s, WRONG, WRONG).estimate());
    }

    @ParameterizedTest
    @MethodSource("inconsistentWithGenetics")
    void whatShouldMissItMissesIt(Function<Sample, Estimate> method) {
        assertThat(z(method.apply(sample(TextbookModels.hospital(), 40_000, 6)), 1))
                .isGreaterThan(8);
    }

    @Test
    void theFrontDoorAndTheInstrumentFindTheEffectBehindHiddenGenes() {
        Estimate front = new FrontDoor(sample(TextbookModels.tar(), 40_000, 7), "tar").estimate();
        assertThat(z(front, 0.8)).isLessThan(4);
        assertThat(front.standardError()).isLessThan(0.03);
        Estimate instrument = new InstrumentalVariable(sample(TextbookModels.tax(), 40_000, 8), "tax").estimate();
        assertThat(z(instrument, 1)).isLessThan(4);
        assertThat(instrument.standardError()).isLessThan(0.05);
    }

    static Stream<Equations> equations() {
        Sample genetics = sample(TextbookModels.genetics(), 20, 13);
        return Stream.of(
                OutcomeRegression.on(genetics, GENETICS),
                new InverseWeighting(genetics, RIGHT),
                new DoublyRobust(genetics, WRONG, RIGHT),
                new FrontDoor(sample(TextbookModels.tar(), 20, 13), "tar"),
                new InstrumentalVariable(sample(TextbookModels.tax(), 20, 13), "tax"));
    }

    @ParameterizedTest
    @MethodSource("equations")
    void slopesAreThoseOfFiniteDifferences(Equations equations) {
        int n = equations.unknowns();
        double[] theta = RandomStream.of(14).gaussians(n);
        for (int unit = 0; unit < equations.units(); unit++) {
            double[][] slopes = new double[n][n];
            equations.write(unit, theta, new double[n], slopes);
            for (int k = 0; k < n; k++) {
                double[] ahead = new double[n];
                double[] behind = new double[n];
                double centre = theta[k];
                theta[k] = centre + 1e-6;
                equations.write(unit, theta, ahead, new double[n][n]);
                theta[k] = centre - 1e-6;
                equations.write(unit, theta, behind, new double[n][n]);
                theta[k] = centre;
                for (int i = 0; i < n; i++) {
                    double difference = (ahead[i] - behind[i]) / 2e-6;
                    assertThat(slopes[i][k]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
                }
            }
        }
    }

    @Test
    void standardErrorsAreTheSpreadOfEstimates() {
        assertSpread(TextbookModels.genetics(), s -> new DoublyRobust(s, RIGHT, RIGHT).estimate());
        assertSpread(TextbookModels.genetics(), s -> new InverseWeighting(s, RIGHT).estimate());
        assertSpread(TextbookModels.tar(), s -> new FrontDoor(s, "tar").estimate());
        assertSpread(TextbookModels.tax(), s -> new InstrumentalVariable(s, "tax").estimate());
    }

    private static void assertSpread(StructuralModel model, Function<Sample, Estimate> method) {
        RandomStream random = RandomStream.of(9);
        int sets = 300;
        double sum = 0;
        double squares = 0;
        double variance = 0;
        for (int i = 0; i < sets; i++) {
            Estimate estimate = method.apply(model.draw(500, random));
            sum += estimate.effect();
            squares += estimate.effect() * estimate.effect();
            variance += estimate.standardError() * estimate.standardError() / sets;
        }
        double spread = Math.sqrt(squares / sets - sum / sets * sum / sets);
        assertThat(Math.sqrt(variance) / spread).isBetween(0.85, 1.15); // a spread of 300 is known to 4 %
    }

    @Test
    void counterfactualsOfManyUnitsAreThoseOfTheModel() {
        Sample sample = sample(TextbookModels.genetics(), 40_000, 10);
        Counterfactual fitted = Counterfactual.fit(sample, GENETICS);
        for (int i = 0; i < 100; i++) {
            assertThat(fitted.otherwise(i)).isCloseTo(sample.otherwise(i), within(0.15));
            assertThat(fitted.effect(i)).isCloseTo(sample.effect(i), within(0.15));
        }
    }

    @Test
    void hiddenVariablesStayHidden() {
        Sample sample = sample(TextbookModels.tar(), 10, 11);
        assertThatThrownBy(() -> OutcomeRegression.on(sample, Set.of("genes")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'genes' is not measured");
    }

    @Test
    void anEmptyArmIsNamedAsTheCause() {
        Sample sample = sample(TextbookModels.genetics(), 1, 12);
        assertThatThrownBy(() -> OutcomeRegression.on(sample, Set.of()).estimate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is an arm empty");
    }

    @Test
    void eliminationExchangesRows() {
        assertThat(Solution.solve(new double[][] {{0, 2}, {3, 1}}, new double[] {4, 5}))
                .containsExactly(1, 2);
    }

    @Test
    void coverageCountsTheIntervalsThatContainTheEffect() {
        Estimates estimates =
                new Estimates(1, List.of(new Estimate(1.1, 0.1), new Estimate(1.3, 0.1), new Estimate(0.5, 0.3)), 0);
        assertThat(estimates.coverageError()).isCloseTo(0.95 - 2.0 / 3, within(1e-12));
        assertThat(estimates.error()).isCloseTo(0.3, within(1e-12));
        assertThat(estimates.bias()).isCloseTo(-0.1 / 3, within(1e-12));
    }
}
