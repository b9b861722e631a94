package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.List;

/**
 * Clothing in ten classes, 28×28 grey pixels (Xiao, Rasul, Vollgraf 2017): a cut of the first 800 pictures of each class of
 * the published training part and the first 200 of each class of the published test part.
 */
public final class FashionMnist {
    /** The classes' names, in the order of their labels. */
    public static final List<String> CLASSES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private FashionMnist() {}

    /** The 8,000 training pictures in their published order, 800 a class; read anew at each call. */
    public static Images train() {
        return read("fashion8k-train");
    }

    /** The 2,000 test pictures in their published order, 200 a class; read anew at each call. */
    public static Images test() {
        return read("fashion2k-test");
    }

    /**
     * Random, disjoint training and validation pictures from the training part; the test part is always the whole published
     * one of this cut.
     *
     * @param trainPerClass training pictures of each class
     * @param validationPerClass validation pictures of each class; 0 for none
     * @throws IllegalArgumentException if the two make more than 800
     */
    public static ImageSplit split(RandomStream random, int trainPerClass, int validationPerClass) {
        List<Images> parts = train().parts(random, trainPerClass, validationPerClass);
        return new ImageSplit(parts.get(0), parts.get(1), test());
    }

    private static Images read(String part) {
        Idx pixels = Idx.read(new DataFile(part + "-images-idx3-ubyte.gz"));
        Idx classes = Idx.read(new DataFile(part + "-labels-idx1-ubyte.gz"));
        byte[] bytes = classes.values();
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[i] & 0xff;
        }
        List<Integer> expected = List.of(labels.length, Images.SIDE, Images.SIDE);
        if (!pixels.shape().equals(expected)) {
            throw new IllegalStateException("the pictures of '" + part + "' have the shape " + pixels.shape()
                    + "; with their labels it is " + expected);
        }
        return Images.of(pixels.values(), labels, CLASSES);
    }
}
