package dev.assay.experiments.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RegressionPartsTest {

    private static double legendre(int n, double z) {
        return switch (n) {
            case 0 -> 1;
            case 1 -> z;
            case 2 -> (3 * z * z - 1) / 2;
            case 3 -> (5 * z * z * z - 3 * z) / 2;
            default -> (35 * Math.pow(z, 4) - 30 * z * z + 3) / 8;
        };
    }

    @Test
    void legendreEqualsItsWrittenOutPolynomials() {
        Legendre basis = new Legendre(4, 0, 5);
        for (double x = 0; x <= 5; x += 0.25) {
            double[] values = basis.at(x);
            for (int n = 0; n <= 4; n++) {
                assertThat(values[n]).isCloseTo(legendre(n, 2 * x / 5 - 1), within(1e-14));
            }
        }
    }

    @Test
    void legendreIsOrthogonalOverItsInterval() {
        int degree = 12;
        int points = 20_000;
        Legendre basis = new Legendre(degree, 0, 5);
        double[][] products = new double[degree + 1][degree + 1];
        for (int i = 0; i < points; i++) {
            double[] values = basis.at(5 * (i + 0.5) / points);
            for (int a = 0; a <= degree; a++) {
                for (int b = 0; b <= degree; b++) {
                    products[a][b] += values[a] * values[b] / points;
                }
            }
        }
        for (int a = 0; a <= degree; a++) {
            for (int b = 0; b <= degree; b++) {
                assertThat(products[a][b]).isCloseTo(a == b ? 1.0 / (2 * a + 1) : 0, within(1e-5));
            }
        }
    }

    @Test
    void residualsOfLeastSquaresAreOrthogonalToEveryColumn() {
        RandomStream random = RandomStream.of(3);
        double[][] x = new double[30][];
        double[] y = random.gaussians(30);
        for (int i = 0; i < 30; i++) {
            x[i] = random.gaussians(6);
        }
        for (double ridge : new double[] {0, 0.5, 40}) {
            double[] beta = LeastSquares.fit(x, y, ridge);
            for (int j = 0; j < 6; j++) {
                double normal = j == 0 ? 0 : -ridge * beta[j]; // Xᵀ(y − Xβ) = λβ, and 0 for the constant
                for (int i = 0; i < 30; i++) {
                    double fitted = 0;
                    for (int k = 0; k < 6; k++) {
                        fitted += x[i][k] * beta[k];
                    }
                    normal += x[i][j] * (y[i] - fitted);
                }
                assertThat(normal).isCloseTo(0, within(1e-11));
            }
        }
    }

    @Test
    void leastSquaresRecoversAPolynomialOfDegreeTwelve() {
        Legendre basis = new Legendre(12, 0, 5);
        double[] truth = RandomStream.of(5).gaussians(13);
        double[][] x = new double[80][];
        double[] y = new double[80];
        for (int i = 0; i < 80; i++) {
            x[i] = basis.at(i / 16.0);
            for (int j = 0; j < 13; j++) {
                y[i] += truth[j] * x[i][j];
            }
        }
        assertThat(LeastSquares.fit(x, y, 0)).containsExactly(truth, within(1e-11));
    }

    @Test
    void leastSquaresRefusesColumnsThatSayTheSame() {
        double[][] x = {{1, 0}, {1, 0}, {1, 0}};
        assertThatThrownBy(() -> LeastSquares.fit(x, new double[] {1, 2, 3}, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column 1");
    }

    @Test
    void neighboursAreTheNearestOnes() {
        RandomStream random = RandomStream.of(11);
        double[] points = random.gaussians(40);
        double[] values = random.gaussians(40);
        for (int k : new int[] {1, 5, 40}) {
            Neighbours neighbours = new Neighbours(points, k);
            for (double at = -4; at <= 4; at += 0.1) {
                double from = at;
                Integer[] order = new Integer[40];
                Arrays.setAll(order, i -> i);
                Arrays.sort(order, (a, b) -> Double.compare(Math.abs(points[a] - from), Math.abs(points[b] - from)));
                double sum = 0;
                for (int i = 0; i < k; i++) {
                    sum += values[order[i]];
                }
                assertThat(neighbours.mean(at, values)).isCloseTo(sum / k, within(1e-12));
            }
        }
    }

    @Test
    void partsOfTheErrorAreThoseOfAHandComputation() {
        Decomposition parts =
                new Decomposition(new double[] {0, 1}, new double[] {1, 2}, new double[][] {{1, 2}, {3, 2}}, 2.1, 0.1);

        assertThat(parts.getBiasSquared()).isEqualTo(0.5); // means 2 and 2: off by 1 and 0
        assertThat(parts.getVariance()).isEqualTo(0.5); // variances 1 and 0
        assertThat(parts.getIdentityGap()).isCloseTo(1 / 2.1, within(1e-12));
    }
}
