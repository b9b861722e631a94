package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AustenNovelsTest {
    private static final AustenNovels NOVELS = AustenNovels.read();

    private static String text(int... symbols) {
        return Arrays.stream(symbols)
                .mapToObj(symbol -> String.valueOf(NOVELS.alphabet().charAt(symbol)))
                .collect(Collectors.joining());
    }

    @Test
    void partsAreInOrderAndShareNothing() {
        assertThat(NOVELS.alphabet()).hasSize(77).startsWith("\n ").contains("e", "E", "&");
        assertThat(NOVELS.train().size()
                        + NOVELS.validation().size()
                        + NOVELS.test().size())
                .isEqualTo(900_265);
        assertThat(NOVELS.validation().size()).isBetween(90_020, 90_030);
        assertThat(NOVELS.test().size()).isBetween(90_020, 90_030);
        assertThat(text(NOVELS.train().firstWindows(1, 40)[0])).contains("NORTHANGER ABBEY");
        String test = text(NOVELS.test().firstWindows(1, NOVELS.test().size())[0]);
        assertThat(test).contains("Henry and Catherine were married").contains("Finis");
        assertThat(text(NOVELS.train().firstWindows(1, NOVELS.train().size())[0]))
                .contains("Sir Walter Elliot, of Kellynch Hall")
                .doesNotContain("Henry and Catherine were married");
    }

    @Test
    void windowsAreCutsOfTheSequence() {
        Symbols symbols = Symbols.of(new int[] {0, 1, 2, 3, 4, 5, 6});
        assertThat(symbols.firstWindows(2, 3)).isDeepEqualTo(new int[][] {{0, 1, 2}, {3, 4, 5}});
        int[] starts = new int[5];
        for (int[] window : symbols.randomWindows(RandomStream.of(1), 5000, 3)) {
            assertThat(window).containsExactly(window[0], window[0] + 1, window[0] + 2);
            starts[window[0]]++;
        }
        for (int count : starts) {
            assertThat(count).isBetween(887, 1113); // 1,000 ± 4 standard deviations
        }
        assertThatThrownBy(() -> symbols.firstWindows(3, 3))
                .hasMessageContaining("7 symbols")
                .hasMessageContaining("3 windows of 3");
    }
}
