package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EffortTest {
    @ParameterizedTest
    @CsvSource({
        "1,1,1,1",
        "4000,80,2000,4000",
        "10,1,5,10",
        "75,2,38,75",
        "6,1,3,6",
        "2147483647,42949673,1073741824,2147483647"
    })
    void roundsItsShareHalfUp(int full, int smoke, int quick, int all) {
        assertThat(Effort.SMOKE.of(full)).isEqualTo(smoke);
        assertThat(Effort.QUICK.of(full)).isEqualTo(quick);
        assertThat(Effort.FULL.of(full)).isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinTheBudget(Effort effort) {
        for (int full = 1; full < 300; full++) {
            assertThat(effort.of(full)).isBetween(1, full);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesABudgetOfNothing(Effort effort) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> effort.of(0))
                .withMessage("a budget is at least 1, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> effort.of(-5)).withMessageContaining("-5");
    }

    @Test
    void spendsMoreAndMore() {
        assertThat(Effort.values()).isSortedAccordingTo(java.util.Comparator.comparingInt(effort -> effort.of(1000)));
    }
}
