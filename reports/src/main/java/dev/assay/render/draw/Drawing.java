package dev.assay.render.draw;

import java.util.List;

/** Something that a page shows, with words for who cannot see it. */
public sealed interface Drawing {
    /** What it shows and what it tells, in words. */
    String alt();

    /** What stands under it. */
    String caption();

    /**
     * Panels that the page itself draws, so that they take its colours, its type and its width.
     *
     * @param alt what it shows and what it tells, in words
     * @param caption what stands under it
     * @param panels the panels in reading order
     * @param legend what the colours mean; empty where the panels say it
     */
    record Chart(String alt, String caption, List<Panel> panels, List<Key> legend) implements Drawing {
        public Chart {
            panels = List.copyOf(panels);
            legend = List.copyOf(legend);
        }
    }

    /**
     * An entry of a legend.
     *
     * @param style the series' class in the style sheet; empty for an entry of words only
     * @param name its name
     */
    record Key(String style, String name) {}

    /**
     * A picture in a file beside the page.
     *
     * @param alt what it shows, in words
     * @param caption what stands under it
     * @param file the file's name
     * @param width in pixels
     * @param height in pixels
     */
    record Picture(String alt, String caption, String file, int width, int height) implements Drawing {}

    /**
     * What stands in place of a drawing that has nothing to show.
     *
     * @param alt why there is none
     * @param caption what stands under it
     */
    record Nothing(String alt, String caption) implements Drawing {}
}
