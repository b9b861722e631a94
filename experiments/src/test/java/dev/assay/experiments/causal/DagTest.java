package dev.assay.experiments.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.RandomStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DagTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    private static Dag random(RandomStream random) {
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            for (int j = i + 1; j < NAMES.size(); j++) {
                if (random.nextDouble() < 0.45) {
                    arrows.add(new Arrow(NAMES.get(i), NAMES.get(j)));
                }
            }
        }
        return Dag.of(NAMES, random.shuffled(arrows));
    }

    private static Set<String> subset(int bits) {
        Set<String> subset = new HashSet<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((bits >> i & 1) == 1) {
                subset.add(NAMES.get(i));
            }
        }
        return subset;
    }

    @Test
    void separationIsThatNoPathIsOpen() {
        RandomStream random = RandomStream.of(1);
        int separated = 0;
        int connected = 0;
        for (int graph = 0; graph < 60; graph++) {
            Dag dag = random(random);
            for (int bits = 0; bits < 32; bits++) {
                Set<String> given = subset(bits);
                for (String a : NAMES) {
                    for (String b : NAMES) {
                        if (a.compareTo(b) < 0 && !given.contains(a) && !given.contains(b)) {
                            boolean open = dag.paths(a, b).stream().anyMatch(path -> path.open(given));
                            assertThat(dag.separated(Set.of(a), Set.of(b), given))
                                    .as("%s and %s given %s in %s", a, b, given, dag.arrows())
                                    .isEqualTo(!open);
                            if (open) {
                                connected++;
                            } else {
                                separated++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(separated).isGreaterThan(500);
        assertThat(connected).isGreaterThan(500);
    }

    /** In a linear normal model of random coefficients, separation is a partial correlation of 0: nothing of paths is used. */
    @Test
    void separationIsZeroPartialCorrelationInALinearModel() {
        RandomStream random = RandomStream.of(2);
        for (int graph = 0; graph < 40; graph++) {
            Dag dag = random(random);
            double[][] covariance = covariance(dag, random);
            for (int bits = 0; bits < 32; bits++) {
                for (int a = 0; a < NAMES.size(); a++) {
                    for (int b = 0; b < a; b++) {
                        if ((bits >> a & 1) == 0 && (bits >> b & 1) == 0) {
                            boolean separated = dag.separated(Set.of(NAMES.get(a)), Set.of(NAMES.get(b)), subset(bits));
                            double partial = Math.abs(partialCorrelation(covariance, a, b, bits));
                            assertThat(partial < 1e-9)
                                    .as(
                                            "partial correlation %s of %s and %s given %s in %s",
                                            partial, a, b, bits, dag.arrows())
                                    .isEqualTo(separated);
                        }
                    }
                }
            }
        }
    }

    /** NAMES stand in causal order, so that the covariance builds up one variable after the other. */
    private static double[][] covariance(Dag dag, RandomStream random) {
        int n = NAMES.size();
        double[][] total = new double[n][n]; // the total effect of each noise on each variable
        for (int v = 0; v < n; v++) {
            total[v][v] = 1;
            for (int parent = 0; parent < v; parent++) {
                if (dag.hasArrow(NAMES.get(parent), NAMES.get(v))) {
                    double weight = 0.3 + random.nextDouble();
                    for (int noise = 0; noise <= parent; noise++) {
                        total[v][noise] += weight * total[parent][noise];
                    }
                }
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int noise = 0; noise < n; noise++) {
                    covariance[i][j] += total[i][noise] * total[j][noise];
                }
            }
        }
        return covariance;
    }

    private static double partialCorrelation(double[][] covariance, int a, int b, int given) {
        double[][] left = new double[covariance.length][];
        for (int i = 0; i < left.length; i++) {
            left[i] = covariance[i].clone();
        }
        for (int g = 0; g < left.length; g++) {
            if ((given >> g & 1) == 1) { // sweep it out
                double[] row = left[g].clone();
                for (int i = 0; i < left.length; i++) {
                    double factor = left[i][g] / row[g];
                    for (int j = 0; j < left.length; j++) {
                        left[i][j] -= factor * row[j];
                    }
                }
            }
        }
        return left[a][b] / Math.sqrt(left[a][a] * left[b][b]);
    }

    @Test
    void aColliderOpensWhenItsEffectIsGiven() {
        Dag dag = Dag.of(
                List.of("x", "y", "c", "d"), List.of(new Arrow("x", "c"), new Arrow("y", "c"), new Arrow("c", "d")));
        assertThat(dag.separated(Set.of("x"), Set.of("y"), Set.of())).isTrue();
        assertThat(dag.separated(Set.of("x"), Set.of("y"), Set.of("c"))).isFalse();
        assertThat(dag.separated(Set.of("x"), Set.of("y"), Set.of("d"))).isFalse();
    }

    @Test
    void setsAreSeparatedWhenEachPairIs() {
        Dag dag = Dag.of(List.of("x", "m", "y", "z"), List.of(new Arrow("x", "m"), new Arrow("m", "y")));
        assertThat(dag.separated(Set.of("x"), Set.of("y", "z"), Set.of("m"))).isTrue();
        assertThat(dag.separated(Set.of("x"), Set.of("y", "z"), Set.of())).isFalse();
    }

    @Test
    void refusesACycleAndAStranger() {
        assertThatThrownBy(() -> Dag.of(List.of("a", "b"), List.of(new Arrow("a", "b"), new Arrow("b", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cycle");
        assertThatThrownBy(() -> Dag.of(List.of("a"), List.of(new Arrow("a", "b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leaves the variables");
    }

    @Test
    void refusesToSeparateWhatOverlaps() {
        Dag dag = Dag.of(List.of("a", "b"), List.of());
        assertThatThrownBy(() -> dag.separated(Set.of("a"), Set.of("b"), Set.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("disjoint");
    }
}
