package dev.assay.render.draw;

/**
 * A drawing beside the page that shows it.
 *
 * @param light the file's name for a light page; empty if there was nothing to draw
 * @param dark the file's name for a dark page; the same as {@code light} for pictures
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param alt what it shows, in words, for who cannot see it
 * @param caption what stands under it
 */
public record Drawing(String light, String dark, int width, int height, String alt, String caption) {
    /** What stands in place of a drawing that could not be made. */
    public static Drawing none(String why, String caption) {
        return new Drawing("", "", 0, 0, why, caption);
    }

    /** Whether there is a file. */
    public boolean exists() {
        return !light.isEmpty();
    }
}
