package dev.assay.experiments.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AssociativeRecallTest {
    @Test
    void everyQuestionHasItsAnswerAmongThePairs() {
        for (AssociativeRecall recall : AssociativeRecall.draw(RandomStream.of(1), 200, 64)) {
            int[] symbols = recall.symbols();
            assertThat(symbols).hasSize(64);
            assertThat(Arrays.stream(symbols, 0, 8).map(pair -> pair / 4))
                    .as("keys")
                    .doesNotHaveDuplicates();
            assertThat(Arrays.stream(symbols, 8, 56)).as("fillers").allMatch(symbol -> symbol >= 40 && symbol < 48);
            for (int i = 0; i < 8; i++) {
                int key = symbols[56 + i] - 32;
                int place = recall.places()[i];
                assertThat(symbols[place]).isEqualTo(key * 4 + recall.answers()[i]);
            }
        }
    }

    @Test
    void answersAndOrderAreDrawnEvenly() {
        AssociativeRecall[] drawn = AssociativeRecall.draw(RandomStream.of(2), 4000, 16);
        for (int value = 0; value < 8; value++) {
            int wanted = value;
            long first = Arrays.stream(drawn)
                    .filter(recall -> recall.answers()[0] == wanted)
                    .count();
            long place = Arrays.stream(drawn)
                    .filter(recall -> recall.places()[7] == wanted)
                    .count();
            assertThat(first).isBetween(wanted < 4 ? 891L : 0L, wanted < 4 ? 1109L : 0L); // ± 4 standard deviations
            assertThat(place).isBetween(416L, 584L);
        }
        assertThat(IntStream.of(drawn[0].symbols())).hasSize(16);
        assertThatThrownBy(() -> AssociativeRecall.draw(RandomStream.of(1), 15))
                .hasMessageContaining("16")
                .hasMessageContaining("15");
    }

    @Test
    void theSlopeOfTimesIsThatOfTheirPowerLaw() {
        assertThat(new ForwardTimes(List.of(1.0, 16.0, 256.0)).slope()).isEqualTo(2);
        assertThat(new ForwardTimes(List.of(3.0, 12.0, 48.0)).slope()).isEqualTo(1);
    }

    @Test
    void sequencesGrowFromTheShortestToTheWholeLength() {
        RecallTask task = new RecallTask(64);
        assertThat(task.lengthAt(0)).isEqualTo(16);
        assertThat(task.lengthAt(0.7)).as("the geometric middle").isEqualTo(32);
        assertThat(task.lengthAt(0.5)).isEqualTo(16);
        assertThat(task.lengthAt(0.9)).isEqualTo(64);
        assertThat(task.lengthAt(1)).isEqualTo(64);
        assertThat(new RecallTask(16).lengthAt(0.3)).isEqualTo(16);
    }
}
