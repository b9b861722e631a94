package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DealtTest {
    private static Dealt dealt(int workers, double... seconds) {
        Dealt dealt = new Dealt(workers);
        for (double each : seconds) {
            dealt.add(new Took(each, 0), false);
        }
        return dealt;
    }

    @Test
    void theWorkersShareWhatThereIs() {
        assertThat(dealt(2, 1, 2, 3, 4).seconds()).isEqualTo(5);
        assertThat(dealt(3, 5, 5, 4, 4, 3, 3).seconds()).isEqualTo(8);
    }

    @Test
    void oneLongJobIsNotShared() {
        assertThat(dealt(4, 1, 1, 10).seconds()).isEqualTo(10);
    }

    @Test
    void whatHasBegunIsNotDealtAnew() {
        Dealt dealt = dealt(2, 5);
        dealt.add(new Took(1, 0), true);
        dealt.add(new Took(2, 0), true);

        assertThat(dealt.seconds()).isEqualTo(6);
    }

    @Test
    void nobodyElseWorksWhileOneHasTheMachineToItself() {
        Dealt dealt = dealt(2, 3, 3);
        dealt.add(new Took(4, 4), true);
        dealt.add(new Took(4, 4), true);

        assertThat(dealt.seconds()).isEqualTo(8 + 3);
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(dealt(2).seconds()).isZero();
    }
}
