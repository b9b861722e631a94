package dev.assay.render.html;

/** Sentences as they are set on a page. */
public final class Typeset {
    private Typeset() {}

    /** The sentence, in which no line ends between a number and its percent sign. */
    public static String sentence(String text) {
        return text.replace(" %", "\u00A0%");
    }
}
