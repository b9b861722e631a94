package dev.assay.chart;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Small grey pictures side by side.
 *
 * @param columns how many stand in a row; at least 1
 * @param pictures the pictures in reading order
 */
public record Pictures(int columns, List<Picture> pictures) implements Chart {
    public Pictures {
        pictures = List.copyOf(pictures);
        if (columns < 1) {
            throw new IllegalArgumentException("pictures need at least 1 column, not " + columns);
        }
    }

    /** No pictures yet, {@code columns} to a row. */
    public static Pictures inColumns(int columns) {
        return new Pictures(columns, List.of());
    }

    /**
     * The same with one picture more.
     *
     * @param caption what stands under it; may be empty
     * @param width the number of pixels in a row
     * @param values the pixels row by row from 0 (black) to 1 (white); values outside are clipped, and
     *     NaN is black
     */
    public Pictures with(String caption, int width, float[] values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, values[i])));
        }
        List<Picture> more = new ArrayList<>(pictures);
        more.add(new Picture(caption, width, Base64.getEncoder().encodeToString(pixels)));
        return new Pictures(columns, more);
    }

    /**
     * One grey picture.
     *
     * @param caption what stands under it; may be empty
     * @param width the number of pixels in a row
     * @param pixels a byte a pixel from black to white, row by row, in Base64
     */
    public record Picture(String caption, int width, String pixels) {
        public Picture {
            int length;
            try {
                length = Base64.getDecoder().decode(pixels).length;
            } catch (IllegalArgumentException garbled) {
                throw new IllegalArgumentException(
                        "the pixels of picture '" + caption + "' are no Base64: " + garbled.getMessage(), garbled);
            }
            if (width < 1 || length == 0 || length % width != 0) {
                throw new IllegalArgumentException("picture '" + caption + "' has " + length + " pixels and the width "
                        + width + "; give at least one whole row");
            }
        }

        /** A byte a pixel from black to white, row by row. */
        public byte[] bytes() {
            return Base64.getDecoder().decode(pixels);
        }
    }
}
