package dev.assay.experiments.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidateTest {
    @Test
    void candidatesFillTheirRangesEvenly() {
        List<Candidate> candidates = Candidate.first(64, 2);
        assertThat(candidates.get(0).c()).isEqualTo(1); // the middle of 2⁻⁵ and 2⁵
        assertThat(candidates.get(2).c()).isCloseTo(Math.pow(2, 2.5), within(1e-12)); // three quarters of the way
        assertThat(candidates.get(0).gamma()).isCloseTo(Math.pow(2, -5 + 8.0 / 3) / 2, within(1e-12));
        for (int octave = -5; octave < 5; octave++) {
            double low = Math.pow(2, octave);
            assertThat(candidates.stream().filter(one -> one.c() >= low && one.c() < 2 * low))
                    .hasSizeBetween(5, 8);
        }
        assertThat(candidates.stream().filter(one -> one.degree() == 2)).hasSizeBetween(24, 40);
        assertThat(candidates).allSatisfy(one -> {
            assertThat(one.degree()).isBetween(2, 3);
            assertThat(one.coef0()).isBetween(0.0, 2.0);
            assertThat(one.gamma()).isBetween(Math.pow(2, -6), 4.0);
        });
    }

    @Test
    void aSmallSearchIsTheBeginningOfALargeOne() {
        assertThat(Candidate.first(64, 30)).startsWith(Candidate.first(16, 30).toArray(Candidate[]::new));
    }
}
