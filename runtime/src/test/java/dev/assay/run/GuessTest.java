package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import org.junit.jupiter.api.Test;

class GuessTest {
    private static Guess known(double... seconds) {
        Guess guess = new Guess(1);
        for (double each : seconds) {
            guess.learn(new Took(each, 0));
        }
        return guess;
    }

    @Test
    void eachTakesAsMuchAsTheOthersDid() {
        assertThat(known(1, 2, 6).mean()).isEqualTo(new Took(3, 0));
    }

    @Test
    void oneAloneMayBeWrongByAsMuchAsItTakes() {
        Guess guess = known(4);
        guess.expect("a");

        assertThat(Math.sqrt(guess.variance())).isCloseTo(4 * Math.sqrt(2), within(1e-12));
    }

    @Test
    void whatComesAgainTakesTheSameAgain() {
        Guess once = known(3, 5);
        once.expect("a");
        once.expect("b");
        Guess again = known(3, 5);
        again.expect("a");
        again.expect("a");

        assertThat(once.variance()).isCloseTo(9 * (2 + 4 / 2.0), within(1e-12)); // (1 + 1 + 4²) / 2 = 9
        assertThat(again.variance()).isCloseTo(9 * (4 + 4 / 2.0), within(1e-12));
    }

    @Test
    void nothingToComeIsNoDoubt() {
        assertThat(known(3, 500).variance()).isZero();
    }

    @Test
    void aSecondAloneCountsForEveryWorker() {
        Guess guess = new Guess(2);
        guess.learn(new Took(3, 1));
        guess.expect("a");

        assertThat(guess.variance()).isCloseTo(2 * 2 * 2, within(1e-12)); // it makes the run 1 + 2 / 2 longer
    }

    @Test
    void nearlyNineOfTenSumsOfUnevenThingsLieWithinTwoStandardErrors() {
        RandomStream random = RandomStream.of(3);
        int inside = 0;
        for (int i = 0; i < 2000; i++) {
            double[] seconds = random.doubles(12).map(u -> -Math.log(1 - u)).toArray();
            Guess guess = known(seconds[0], seconds[1], seconds[2], seconds[3], seconds[4], seconds[5]);
            double truth = 0;
            for (int j = 6; j < 12; j++) {
                guess.expect(j);
                truth += seconds[j];
            }
            inside += Math.abs(6 * guess.mean().seconds() - truth) <= 2 * Math.sqrt(guess.variance()) ? 1 : 0;
        }
        assertThat(inside / 2000.0).isBetween(0.85, 0.97);
    }
}
