package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.Remaining;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
    @ParameterizedTest
    @CsvSource({
        "200, 200, 200, 3 min 20 s",
        "160, 200, 240, 3 min 20 s",
        "0.2, 0.2, 0.2, 1 s",
        "7500, 7500, 7500, 2 h 5 min",
        "190, 400, 470, 3–8 min",
        "30, 300, 600, up to 10 min",
        "20.9, 60, 99.1, 20–100 s",
        "0, 3, 6, 3 s",
        "4000, 7000, 10000, 1–3 h",
    })
    void whatIsGuessedIsSaidAsARange(double least, double likely, double most, String words) {
        assertThat(Tally.words(new Remaining(least, likely, most))).isEqualTo(words);
    }
}
