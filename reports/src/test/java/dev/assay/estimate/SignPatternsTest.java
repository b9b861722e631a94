package dev.assay.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SignPatternsTest {
    /** Small sizes, so that many sums are equal and some sizes are 0. */
    private static long[] sizes(RandomStream random, int n) {
        long[] sizes = new long[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = random.nextInt(n % 2 == 0 ? 5 : 1000);
        }
        Arrays.sort(sizes);
        return sizes;
    }

    private static long counted(long[] sizes, long least) {
        long count = 0;
        for (int pattern = 0; pattern < 1 << sizes.length; pattern++) {
            long sum = 0;
            for (int i = 0; i < sizes.length; i++) {
                sum += (pattern >> i & 1) == 0 ? sizes[i] : -sizes[i];
            }
            count += sum >= least ? 1 : 0;
        }
        return count;
    }

    @Test
    void countsWhatGoingThroughAllPatternsCounts() {
        RandomStream random = RandomStream.of(41);
        for (int n = 0; n <= 14; n++) {
            long[] sizes = sizes(random, n);
            long total = Arrays.stream(sizes).sum();
            for (long least : new long[] {-total, -1, 0, 1, total / 3, total - 2, total, total + 1}) {
                long expected = counted(sizes, least);
                assertThat(SignPatterns.atLeast(sizes, least))
                        .as("%s of at least %s", Arrays.toString(sizes), least)
                        .isEqualTo(expected);
                // A pattern's sum is the total less twice what it makes negative.
                assertThat(SignPatterns.within(sizes, (total - least) >> 1, Integer.MAX_VALUE))
                        .isEqualTo((int) expected);
            }
        }
    }

    @Test
    void countsNoFurtherThanItIsAsked() {
        long[] ones = new long[30];
        Arrays.fill(ones, 1);
        assertThat(SignPatterns.within(ones, 30, 500)).isEqualTo(500);
        assertThat(SignPatterns.within(ones, 2, 500)).isEqualTo(1 + 30 + 30 * 29 / 2);
        assertThat(SignPatterns.atLeast(ones, 26)).isEqualTo(1 + 30 + 30 * 29 / 2);
        assertThat(SignPatterns.atLeast(ones, 0)).isEqualTo((1L << 29) + 155_117_520 / 2); // half of 30 over 15 is 0
    }
}
