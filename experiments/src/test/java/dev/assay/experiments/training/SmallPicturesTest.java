package dev.assay.experiments.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import dev.assay.experiments.InTrial;
import dev.assay.experiments.data.ImageSplit;
import dev.assay.train.Data;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SmallPicturesTest {
    private static int[] counts(int... labels) {
        int[] counts = new int[SmallPictures.CLASSES];
        Arrays.stream(labels).forEach(label -> counts[label]++);
        return counts;
    }

    @Test
    void eachPartHasEquallyManyOfEveryClass() {
        ImageSplit split = InTrial.run(trial -> SmallPictures.draw(trial, 5, 3));
        assertThat(counts(split.train().labels())).containsOnly(5);
        assertThat(counts(split.validation().labels())).containsOnly(3);
        assertThat(counts(split.test().labels())).containsOnly(100);
    }

    @Test
    void noPictureIsLearntFromAndChosenBy() {
        ImageSplit split = InTrial.run(trial -> SmallPictures.draw(trial, 40, 40));
        Set<String> train = new HashSet<>();
        for (int i = 0; i < split.train().size(); i++) {
            train.add(Arrays.toString(split.train().rows(i).pixels()));
        }
        assertThat(train).hasSize(400);
        for (int i = 0; i < split.validation().size(); i++) {
            assertThat(Arrays.toString(split.validation().rows(i).pixels())).isNotIn(train);
        }
    }

    @Test
    void aRowIsAPictureOfOneChannelWithItsClass() {
        InTrial.run(trial -> {
            ImageSplit split = SmallPictures.draw(trial, 2, 0);
            Data rows = SmallPictures.data(trial, split.train());
            assertThat(rows.x().getShape()).isEqualTo(new Shape(20, 1, 14, 14));
            assertThat(rows.labels()).isEqualTo(split.train().labels());
            assertThat(rows.x().toFloatArray()).isEqualTo(split.train().halvedPixels());
            return 0;
        });
    }
}
