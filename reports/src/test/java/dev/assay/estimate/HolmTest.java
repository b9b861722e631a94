package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class HolmTest {
    @Test
    void agreesWithAWorkedExample() {
        // By hand: sorted .005 .01 .03 .04 times 4, 3, 2, 1 is .02 .03 .06 .04; made ascending .02 .03 .06 .06.
        assertThat(Holm.correct(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void leavesOneAloneAndStopsAtOne() {
        assertThat(Holm.correct(0.2)).containsExactly(0.2);
        assertThat(Holm.correct(0.6, 0.7)).containsExactly(1, 1);
        assertThat(Holm.correct()).isEmpty();
    }

    @Test
    void doesNotCountWhatWasNotTested() {
        double[] corrected = Holm.correct(0.02, Double.NaN, 0.03);
        assertThat(corrected[0]).isEqualTo(0.04);
        assertThat(corrected[1]).isNaN();
        assertThat(corrected[2]).isEqualTo(0.04);
    }
}
