package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.10", "1e-1", ".1", "1E-1"})
    void findsANumberHoweverItIsWritten(String text) {
        assertThat(new Factor("rate", LevelType.DOUBLE, List.of("0.5", "0.1")).find(text))
                .contains("0.1");
    }

    @Test
    void findsWhatIsDeclaredAndNothingElse() {
        Factor rate = new Factor("rate", LevelType.DOUBLE, List.of("0.5", "0.1"));

        assertThat(rate.find("0.11")).isEmpty();
        assertThat(rate.find("")).isEmpty();
        assertThat(rate.find("NaN")).isEmpty();
        assertThat(new Factor("name", LevelType.TEXT, List.of("1")).find("1.0")).isEmpty();
        assertThat(new Factor("on", LevelType.BOOLEAN, List.of("true")).find("TRUE"))
                .isEmpty();
        assertThat(new Factor("n", LevelType.INT, List.of("2")).find("2.0")).isEmpty();
        assertThat(new Factor("n", LevelType.INT, List.of("2")).find("+02")).contains("2");
    }

    @Test
    void tellsLargeWholeNumbersApart() {
        Factor keys = new Factor("key", LevelType.LONG, List.of("9007199254740992", "9007199254740993"));

        assertThat(keys.find("9007199254740993")).contains("9007199254740993");
    }

    @Test
    void numericLevelsHaveASize() {
        assertThat(new Factor("n", LevelType.LONG, List.of("2")).number("2")).isEqualTo(2);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Factor("data", LevelType.TEXT, List.of("2")).number("2"))
                .withMessage("the levels of 'data' are of type TEXT, not numbers");
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 2147483647, true",
        "INT, 2147483648, false",
        "INT, 1.0, false",
        "INT, x, false",
        "LONG, 2147483648, true",
        "LONG, 1L, false",
        "DOUBLE, 1e-4, true",
        "DOUBLE, Infinity, false",
        "DOUBLE, NaN, false",
        "DOUBLE, 1e999, false",
        "BOOLEAN, true, true",
        "BOOLEAN, false, true",
        "BOOLEAN, yes, false",
        "TEXT, anything at all, true",
        "TEXT, ' ', false",
        "ENUM, RING8, true",
        "ENUM, '', false"
    })
    void typesAcceptTheirTexts(LevelType type, String text, boolean expected) {
        assertThat(type.accepts(text)).isEqualTo(expected);
    }

    @Test
    void numbersAreNumeric() {
        assertThat(LevelType.values())
                .filteredOn(LevelType::isNumeric)
                .containsExactly(LevelType.INT, LevelType.LONG, LevelType.DOUBLE);
    }
}
