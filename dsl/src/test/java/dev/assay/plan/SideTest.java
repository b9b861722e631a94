package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SideTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hmc; hmc",
                "hmc(); hmc",
                "  hmc ( ) ; hmc",
                "hmc(leaps=20); hmc(leaps=20)",
                " hmc ( leaps = 20,batch=2 ); hmc(leaps=20, batch=2)",
                "*; *"
            })
    void readsASide(String text, String tidy) {
        assertThat(Side.parse(text)).hasToString(tidy);
        assertThat(Side.parse(tidy)).isEqualTo(Side.parse(text));
    }

    @Test
    void keepsTheLevelsInTheirOrder() {
        Side side = Side.parse("hmc(z=1, a=2)");

        assertThat(side.variant()).isEqualTo("hmc");
        assertThat(side.levels()).isEqualTo(Map.of("z", "1", "a", "2"));
        assertThat(side.levels().keySet()).containsExactly("z", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hmc(", "hmc)", "hmc(a=1) b", "a b", "2nd", "a-b", "hmc(a=1"})
    void refusesAnotherShape(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Side.parse(text))
                .withMessage(
                        "'" + text + "' is no side of a claim; write variant or variant(level=value, factor=value)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmc(leaps!=20)", "hmc(leaps=5|20)"})
    void refusesMoreThanOneValue(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Side.parse(text))
                .withMessage("'" + text + "' must name one value for 'leaps'; write leaps=value");
    }

    @Test
    void refusesALevelNamedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Side.parse("hmc(leaps=5, leaps=20)"))
                .withMessage("'hmc(leaps=5, leaps=20)' names 'leaps' twice; leave one value");
    }

    @Test
    void refusesLevelsThatDoNotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Side.parse("hmc(20)"))
                .withMessageContaining("'20' in '20' is no condition");
    }
}
