package dev.assay.experiments.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeatureMapTest {
    @Test
    void writesOutTheSixFeaturesOfThePlaneAtDegreeTwo() {
        double root = Math.sqrt(2);
        // (x·z + 1)²: 1, √2 x₁, √2 x₂, x₁², √2 x₁x₂, x₂² at (2, 3)
        double[] expected = {1, root * 2, root * 3, 4, root * 6, 9};
        double[] features = FeatureMap.of(new Kernel.Polynomial(1, 1, 2)).apply(new double[] {2, 3});
        Arrays.sort(features);
        Arrays.sort(expected);
        assertThat(features).containsExactly(expected, within(1e-12));
    }

    @Test
    void countsItsFeatures() {
        assertThat(FeatureMap.of(new Kernel.Polynomial(1, 1, 3)).dimensions(30)).isEqualTo(5456);
        assertThat(FeatureMap.of(new Kernel.Polynomial(1, 1, 2)).dimensions(16)).isEqualTo(153);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.3, 2, 7", "0.2, 0, 3, 5", "1, 0.1, 4, 3", "2, 2, 1, 6"})
    void itsInnerProductIsTheKernel(double gamma, double coef0, int degree, int width) {
        RandomStream random = RandomStream.of(4);
        double[][] points =
                IntStream.range(0, 20).mapToObj(i -> random.gaussians(width)).toArray(double[][]::new);
        assertThat(FeatureMap.of(new Kernel.Polynomial(gamma, coef0, degree)).largestDifference(points))
                .isLessThan(1e-9);
    }

    @Test
    void aWrongConstantIsFound() {
        double[][] points = {{1, 2}, {3, -1}};
        double[] one = FeatureMap.of(new Kernel.Polynomial(1, 1, 2)).apply(points[0]);
        double[] other = FeatureMap.of(new Kernel.Polynomial(1, 0.9, 2)).apply(points[1]);
        assertThat(new Kernel.Linear().of(one, other))
                .isNotCloseTo(new Kernel.Polynomial(1, 1, 2).of(points[0], points[1]), within(1e-3));
    }

    @Test
    void refusesAKernelThatIsNone() {
        assertThatThrownBy(() -> new Kernel.Polynomial(0, 1, 2)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new Kernel.Polynomial(1, 1, 0)).hasMessageContaining("0");
        assertThatThrownBy(() -> new Kernel.Rbf(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Setting(new Kernel.Linear(), -2)).hasMessageContaining("-2.0");
    }
}
