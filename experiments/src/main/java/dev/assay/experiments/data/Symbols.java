package dev.assay.experiments.data;

import dev.assay.RandomStream;

/** A long sequence of symbols, numbered from 0, to be read in windows; immutable. */
public final class Symbols {
    private final int[] sequence;

    private Symbols(int[] sequence) {
        this.sequence = sequence;
    }

    static Symbols of(int[] sequence) {
        return new Symbols(sequence.clone());
    }

    /** How many symbols. */
    public int size() {
        return sequence.length;
    }

    /**
     * Windows from random places, which may overlap.
     *
     * @param length the symbols of each
     * @throws IllegalArgumentException if the sequence is shorter than a window
     */
    public int[][] randomWindows(RandomStream random, int count, int length) {
        requireRoom(1, length);
        int[][] windows = new int[count][];
        for (int i = 0; i < count; i++) {
            windows[i] = window(random.nextInt(sequence.length - length + 1), length);
        }
        return windows;
    }

    /**
     * Windows one after another from the beginning, which do not overlap.
     *
     * @param length the symbols of each
     * @throws IllegalArgumentException if the sequence is too short for so many
     */
    public int[][] firstWindows(int count, int length) {
        requireRoom(count, length);
        int[][] windows = new int[count][];
        for (int i = 0; i < count; i++) {
            windows[i] = window(i * length, length);
        }
        return windows;
    }

    private int[] window(int from, int length) {
        return java.util.Arrays.copyOfRange(sequence, from, from + length);
    }

    private void requireRoom(int count, int length) {
        if (length < 1 || count < 1 || (long) count * length > sequence.length) {
            throw new IllegalArgumentException(
                    "a sequence of " + sequence.length + " symbols has no room for " + count + " windows of " + length);
        }
    }
}
