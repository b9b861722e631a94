package dev.assay.experiments.causal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IdentificationTest {
    private static Identification of(String observed, String... arrows) {
        List<Arrow> all = Arrays.stream(arrows)
                .map(arrow -> new Arrow(arrow.substring(0, 1), arrow.substring(1)))
                .toList();
        List<String> variables = all.stream()
                .flatMap(arrow -> Stream.of(arrow.from(), arrow.to()))
                .distinct()
                .sorted()
                .toList();
        return new Identification(Dag.of(variables, all), "x", "y", Set.of(observed.split("")));
    }

    @Test
    void aForkIsClosedByItsRoot() {
        Identification fork = of("gxy", "gx", "gy", "xy");
        assertThat(fork.backDoor()).contains(Set.of("g"));
        assertThat(fork.frontDoor()).isEmpty();
        assertThat(fork.instrument()).isEmpty();
    }

    @Test
    void whatIsHiddenClosesNothing() {
        assertThat(of("xy", "gx", "gy", "xy").backDoor()).isEmpty();
    }

    @Test
    void anMIsClosedAlready() {
        // u → c ← v, with u → x and v → y: to hold c fixed would open it
        assertThat(of("cxy", "ux", "uc", "vc", "vy", "xy").backDoor()).contains(Set.of());
    }

    @Test
    void anMWithAnArrowToTheTreatmentNeedsTwo() {
        // holding c alone opens u – v (Pearl 2009, figure 3.4, cut down)
        assertThat(of("cvxy", "ux", "uc", "vc", "vy", "cx", "cy", "xy").backDoor())
                .contains(Set.of("c", "v"));
    }

    @Test
    void anEffectOfTheTreatmentIsNeverHeldFixed() {
        assertThat(of("hgxy", "gx", "gy", "xy", "xh", "yh").backDoor()).contains(Set.of("g"));
        assertThat(of("mxy", "ux", "uy", "xm", "my").backDoor()).isEmpty();
    }

    @Test
    void aMediatorIsAFrontDoorUnlessItIsConfoundedOrBypassed() {
        assertThat(of("mxy", "ux", "uy", "xm", "my").frontDoor()).contains(Set.of("m"));
        assertThat(of("mxy", "ux", "uy", "xm", "my", "xy").frontDoor()).isEmpty();
        assertThat(of("mxy", "ux", "uy", "xm", "my", "um").frontDoor()).isEmpty();
    }

    @Test
    void twoMediatorsAreAFrontDoorTogether() {
        assertThat(of("mnxy", "ux", "uy", "xm", "my", "xn", "ny").frontDoor()).contains(Set.of("m", "n"));
    }

    @Test
    void anInstrumentMovesTheTreatmentAndNothingElse() {
        assertThat(of("zxy", "zx", "ux", "uy", "xy").instrument()).contains("z");
        assertThat(of("zxy", "zx", "ux", "uy", "xy", "zy").instrument()).isEmpty();
        assertThat(of("zxy", "zx", "ux", "uy", "xy", "uz").instrument()).isEmpty();
    }

    @Test
    void anEffectOfTheTreatmentIsNoInstrument() {
        assertThat(of("zxy", "xz", "ux", "uy", "xy").instrument()).isEmpty();
    }

    @Test
    void aBiasIsAnOpenPathThatIsNotDirected() {
        Dag collider = TextbookModels.hospital().graph();
        assertThat(new Comparison("smoking", "cancer", Set.of()).biases(collider))
                .extracting(Path::nodes)
                .containsExactly(List.of("smoking", "genetics", "cancer"));
        assertThat(new Comparison("smoking", "cancer", Set.of("genetics")).biases(collider))
                .isEmpty();
        assertThat(new Comparison("smoking", "cancer", Set.of("genetics", "hospital")).biases(collider))
                .extracting(Path::nodes)
                .containsExactly(List.of("smoking", "hospital", "cancer"));
    }
}
