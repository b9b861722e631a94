package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final List<Factor> FACTORS = List.of(
            new Factor("batch", LevelType.INT, List.of("2", "8", "64")),
            new Factor("rate", LevelType.DOUBLE, List.of("0.1", "0.5")),
            new Factor("data", LevelType.TEXT, List.of("two moons", "cancer")));

    @Test
    void readsTermsOverBlanks() {
        assertThat(Condition.parse("  batch = 2 | 8 ,data!= two moons "))
                .isEqualTo(new Condition(List.of(
                        new Condition.Term("batch", false, List.of("2", "8")),
                        new Condition.Term("data", true, List.of("two moons")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void emptyTextAlwaysHolds(String text) {
        assertThat(Condition.parse(text).terms()).isEmpty();
        assertThat(Condition.parse(text).holds(FACTORS, Map.of("batch", "2"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "batch=", "=2", "batch>2", "2=batch", "batch=2,", ",", "batch=2 ,, data=cancer"})
    void refusesWhatIsNoCondition(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse(text))
                .withMessageContaining("in '" + text + "' is no condition; write factor=level or factor!=level");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "batch=2; true",
                "batch=8; false",
                "batch=8|2; true",
                "batch!=2; false",
                "batch!=8|64; true",
                "batch!=8|2; false",
                "batch=2, rate=0.1; true",
                "batch=2, rate=0.5; false",
                "rate=1e-1; true",
                "rate=0.10; true",
                "rate!=0.10; false",
                "batch=02; true",
                "batch=2.0; false",
                "data=two moons; true",
                "data=TWO MOONS; false",
                "elsewhere=3; true"
            })
    void holdsAtItsLevels(String text, boolean expected) {
        Map<String, String> levels = Map.of("batch", "2", "rate", "0.1", "data", "two moons");

        assertThat(Condition.parse(text).holds(FACTORS, levels)).isEqualTo(expected);
    }

    @Test
    void doesNotCountAFactorThatIsNotThere() {
        assertThat(Condition.parse("batch=8, rate=0.1").holds(FACTORS, Map.of("rate", "0.1")))
                .isTrue();
    }
}
