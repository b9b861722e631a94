package dev.assay.experiments.data;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.List;

/** Grey pictures of {@value #SIDE}×{@value #SIDE} pixels with their classes; immutable: every array handed out is a copy. */
public final class Images {
    /** The width and height of a picture. */
    public static final int SIDE = 28;

    /** The pixels of a picture. */
    public static final int PIXELS = SIDE * SIDE;

    /** The pixels of a picture halved in width and height. */
    public static final int HALVED_PIXELS = PIXELS / 4;

    private static final float WHITE = 255;

    private final byte[] grey; // a quarter of what floats would take
    private final int[] labels;
    private final List<String> classes;

    private Images(byte[] grey, int[] labels, List<String> classes) {
        if (grey.length != labels.length * PIXELS) {
            throw new IllegalArgumentException(labels.length + " labelled pictures have " + labels.length * PIXELS
                    + " pixels, not " + grey.length);
        }
        for (int label : labels) {
            if (label < 0 || label >= classes.size()) {
                throw new IllegalArgumentException(
                        "label " + label + " is none of the classes 0 to " + (classes.size() - 1));
            }
        }
        this.grey = grey;
        this.labels = labels;
        this.classes = List.copyOf(classes);
    }

    /**
     * Pictures from grey values.
     *
     * @param grey unsigned bytes, 0 black to 255 white, picture after picture and row after row, from the top left
     * @param labels the class of each picture, 0 to {@code classes.size() - 1}
     * @param classes the classes' names
     * @throws IllegalArgumentException if pixels and labels do not fit each other, or a label names no class
     */
    static Images of(byte[] grey, int[] labels, List<String> classes) {
        return new Images(grey.clone(), labels.clone(), classes);
    }

    /** How many pictures. */
    public int size() {
        return labels.length;
    }

    /** The classes' names; a label is an index into them. */
    public List<String> classes() {
        return classes;
    }

    /** All pixels, picture after picture ({@code size × 784}, row after row), from 0 (black) to 1. */
    public float[] pixels() {
        float[] pixels = new float[grey.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (grey[i] & 0xff) / WHITE;
        }
        return pixels;
    }

    /** All pixels of the pictures halved in width and height ({@code size × 196}), each the mean of four. */
    public float[] halvedPixels() {
        int side = SIDE / 2;
        float[] pixels = new float[size() * HALVED_PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            int picture = i / HALVED_PIXELS;
            int row = i % HALVED_PIXELS / side;
            int corner = picture * PIXELS + 2 * row * SIDE + 2 * (i % side);
            int sum = (grey[corner] & 0xff)
                    + (grey[corner + 1] & 0xff)
                    + (grey[corner + SIDE] & 0xff)
                    + (grey[corner + SIDE + 1] & 0xff);
            pixels[i] = sum / (4 * WHITE);
        }
        return pixels;
    }

    /** The class of each picture. */
    public int[] labels() {
        return labels.clone();
    }

    /** The pictures at these places, in this order. */
    public Images rows(int... rows) {
        byte[] chosen = new byte[rows.length * PIXELS];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(grey, rows[i] * PIXELS, chosen, i * PIXELS, PIXELS);
        }
        return new Images(chosen, Arrays.stream(rows).map(row -> labels[row]).toArray(), classes);
    }

    /**
     * Disjoint random parts, each with equally many pictures of every class and in random order.
     *
     * @param perClass for each part, how many pictures of every class it gets
     * @return as many parts
     * @throws IllegalArgumentException if a class has too few pictures
     */
    public List<Images> parts(RandomStream random, int... perClass) {
        return Arrays.stream(new Strata(labels, classes.size()).parts(random, perClass))
                .map(this::rows)
                .toList();
    }
}
