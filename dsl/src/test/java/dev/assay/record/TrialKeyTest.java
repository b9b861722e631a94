package dev.assay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.plan.Cell;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialKeyTest {
    private static final TrialKey KEY =
            new TrialKey("group-norm", new Cell("group", Map.of("batchSize", "2", "groups", "4")), 3);

    @Test
    void comesBackFromItsText() {
        assertThat(KEY).hasToString("group-norm/group(batchSize=2, groups=4)/3");
        assertThat(TrialKey.parse(KEY.toString())).isEqualTo(KEY);
        TrialKey plain = new TrialKey("coins", new Cell("fair", Map.of()), 0);
        assertThat(TrialKey.parse(plain.toString())).isEqualTo(plain).hasToString("coins/fair/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group-norm/group(groups=4,batchSize=2)/3",
                "  group-norm / group ( batchSize = 2 , groups = 4 ) / 03 ",
            })
    void neitherBlanksNorTheOrderOfLevelsMatter(String text) {
        assertThat(TrialKey.parse(text)).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "coins",
                "coins/fair",
                "coins/fair/",
                "coins/fair/-1",
                "/fair/1",
                "coins/*/1",
                "coins/a b/1",
                "coins/fair(chance)/1",
                "coins/fair/99999999999"
            })
    void whatNamesNoTrialIsRefusedWithTheShape(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialKey.parse(text))
                .withMessageStartingWith("'" + text + "' names no trial; write experiment/variant/seed");
    }
}
