package dev.assay.render.html;

import dev.assay.judge.Names;

/**
 * What the author says about a variant or a metric.
 *
 * @param name its name
 * @param prose as HTML
 */
public record VariantPart(String name, String prose) {
    /** The name as it stands in a sentence. */
    public String words() {
        return Names.sentence(Names.spaced(name));
    }
}
