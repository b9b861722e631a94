package dev.assay.render.html;

/**
 * What the author says about a variant or a metric.
 *
 * @param name its name
 * @param prose as HTML
 */
public record VariantPart(String name, String prose) {}
