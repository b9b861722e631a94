package dev.assay.experiments.training;

import dev.assay.Trial;
import dev.assay.experiments.data.FashionMnist;
import dev.assay.experiments.data.ImageSplit;
import dev.assay.experiments.data.Images;
import dev.assay.train.Data;
import java.util.List;

/** Fashion-MNIST halved to {@value #SIDE}×{@value #SIDE} pixels, for convolutions in batches of two that must not take long. */
final class SmallPictures {
    /** The width and height of a picture. */
    static final int SIDE = Images.SIDE / 2;

    /** How many classes the pictures have. */
    static final int CLASSES = 10;

    private static final int TEST_PER_CLASS = 100;

    private SmallPictures() {}

    /**
     * Random pictures from the stream "split": those to learn and to choose from are disjoint parts of the training part, those
     * to judge on are half of the test part.
     *
     * @param trainPerClass training pictures of each class
     * @param validationPerClass validation pictures of each class; 0 for none
     */
    static ImageSplit draw(Trial trial, int trainPerClass, int validationPerClass) {
        List<Images> parts = FashionMnist.train().parts(trial.random("split"), trainPerClass, validationPerClass);
        List<Images> test = FashionMnist.test().parts(trial.random("split"), TEST_PER_CLASS);
        return new ImageSplit(parts.get(0), parts.get(1), test.get(0));
    }

    /** The pictures as rows of shape (1, side, side). */
    static Data data(Trial trial, Images images) {
        return Data.of(trial, images.halvedPixels(), images.labels(), CLASSES, 1, SIDE, SIDE);
    }
}
