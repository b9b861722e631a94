package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FashionMnistTest {
    private static long[] perClass(Images images) {
        return IntStream.range(0, images.classes().size())
                .mapToLong(c -> Arrays.stream(images.labels())
                        .filter(label -> label == c)
                        .count())
                .toArray();
    }

    private static Set<Integer> fingerprints(Images images) {
        float[] pixels = images.pixels();
        Set<Integer> fingerprints = new HashSet<>();
        for (int i = 0; i < images.size(); i++) {
            fingerprints.add(Arrays.hashCode(Arrays.copyOfRange(pixels, i * Images.PIXELS, (i + 1) * Images.PIXELS)));
        }
        return fingerprints;
    }

    @Test
    void bothPartsHoldEachClassEquallyOften() {
        assertThat(FashionMnist.train().size()).isEqualTo(8000);
        assertThat(perClass(FashionMnist.train())).containsOnly(800);
        assertThat(FashionMnist.test().size()).isEqualTo(2000);
        assertThat(perClass(FashionMnist.test())).containsOnly(200);
    }

    @Test
    void aHalvedPictureIsTheMeansOfItsSquares() {
        Images test = FashionMnist.test();
        float[] whole = test.pixels();
        float[] halved = test.halvedPixels();

        assertThat(halved).hasSize(2000 * 196);
        for (int picture : new int[] {0, 7, 1999}) {
            for (int row = 0; row < 14; row++) {
                for (int column = 0; column < 14; column++) {
                    double sum = 0;
                    for (int pixel : new int[] {0, 1, 28, 29}) {
                        sum += whole[picture * 784 + 2 * row * 28 + 2 * column + pixel];
                    }
                    assertThat((double) halved[picture * 196 + row * 14 + column])
                            .isCloseTo(sum / 4, within(1e-6));
                }
            }
        }
    }

    @Test
    void pixelsFillTheUnitInterval() {
        float[] pixels = FashionMnist.test().pixels();
        assertThat(pixels).hasSize(2000 * 784);
        float low = 1;
        float high = 0;
        double sum = 0;
        for (float pixel : pixels) {
            low = Math.min(low, pixel);
            high = Math.max(high, pixel);
            sum += pixel;
        }
        assertThat(low).isZero();
        assertThat(high).isEqualTo(1);
        assertThat(sum / pixels.length).isBetween(0.28, 0.30); // 0.286 over the whole published data set
    }

    @Test
    void theFirstTrainingPictureIsThePublishedAnkleBoot() {
        Images first = FashionMnist.train().rows(0);
        assertThat(first.classes().get(first.labels()[0])).isEqualTo("Ankle boot");
    }

    @Test
    void aSplitIsStratifiedAndDisjointAndTestsOnThePublishedPart() {
        ImageSplit split = FashionMnist.split(RandomStream.of(1), 100, 20);
        assertThat(perClass(split.train())).containsOnly(100);
        assertThat(perClass(split.validation())).containsOnly(20);
        assertThat(split.test().labels()).isEqualTo(FashionMnist.test().labels());
        assertThat(fingerprints(split.train())).doesNotContainAnyElementsOf(fingerprints(split.validation()));
    }

    @Test
    void aSplitFollowsItsStream() {
        int[] one = FashionMnist.split(RandomStream.of(1), 10, 0).train().labels();
        assertThat(FashionMnist.split(RandomStream.of(1), 10, 0).train().labels())
                .isEqualTo(one);
        assertThat(FashionMnist.split(RandomStream.of(2), 10, 0).train().labels())
                .isNotEqualTo(one);
    }

    @Test
    void aValidationPartMayBeEmpty() {
        assertThat(FashionMnist.split(RandomStream.of(1), 1, 0).validation().size())
                .isZero();
    }

    @Test
    void refusesToDrawMorePicturesThanAClassHas() {
        RandomStream random = RandomStream.of(1);
        assertThatThrownBy(() -> FashionMnist.split(random, 700, 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("800")
                .hasMessageContaining("801");
    }

    @Test
    void handsOutCopiesOnly() {
        Images images = FashionMnist.test().rows(0, 1);
        images.labels()[0] = 7;
        Arrays.fill(images.pixels(), 0.5f);
        assertThat(images.labels()).isEqualTo(Arrays.copyOf(FashionMnist.test().labels(), 2));
        assertThat(images.pixels()).isEqualTo(Arrays.copyOf(FashionMnist.test().pixels(), 2 * Images.PIXELS));
    }

    @Test
    void refusesALabelWithoutAClass() {
        assertThatThrownBy(() -> Images.of(new byte[Images.PIXELS], new int[] {2}, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label 2");
    }
}
