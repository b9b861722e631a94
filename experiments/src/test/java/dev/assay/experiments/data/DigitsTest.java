package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DigitsTest {
    private static final Table DIGITS = Digits.all();

    @Test
    void holdsThePublishedNumberOfEachDigit() {
        int[] counts = new int[10];
        for (int digit : DIGITS.y()) {
            counts[digit]++;
        }
        assertThat(DIGITS.size()).isEqualTo(1797);
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180); // UCI's optdigits.names
    }

    @Test
    void pixelsAreWholeNumbersFromNoneToFullInk() {
        double[] pixels =
                Arrays.stream(DIGITS.x()).flatMapToDouble(Arrays::stream).toArray();
        assertThat(Arrays.stream(pixels)).allMatch(value -> value == Math.rint(value));
        assertThat(Arrays.stream(pixels).min()).hasValue(0);
        assertThat(Arrays.stream(pixels).max()).hasValue(Digits.INK);
    }

    @Test
    void theFirstPictureIsARing() {
        float[] zero = Digits.binary(DIGITS)[0];
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < Digits.PIXELS; i++) {
            drawn.append(zero[i] == 1 ? '#' : '.').append(i % Digits.SIDE == Digits.SIDE - 1 ? "\n" : "");
        }
        assertThat(DIGITS.y()[0]).isZero();
        assertThat(drawn).hasToString("""
                ...##...
                ..####..
                ..#..##.
                ..#..##.
                ..#..##.
                ..#..#..
                ..#.##..
                ...##...
                """);
    }

    @Test
    void greyAndBinaryAgreeOnWhatIsHalfInked() {
        float[][] grey = Digits.grey(DIGITS);
        float[][] binary = Digits.binary(DIGITS);
        for (int i = 0; i < grey.length; i++) {
            for (int j = 0; j < Digits.PIXELS; j++) {
                assertThat(grey[i][j]).isBetween(0f, 1f);
                assertThat(binary[i][j]).isEqualTo(grey[i][j] >= 0.5f ? 1f : 0f);
            }
        }
    }
}
