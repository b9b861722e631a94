package dev.assay.report;

import dev.assay.plan.Cell;

/**
 * A figure of a cell's first seed.
 *
 * @param title the figure's caption in the plan
 * @param cell the cell whose outcome it was drawn from
 * @param file the page and the place on it within the run directory, or empty if there was nothing to draw
 */
public record FigureReport(String title, Cell cell, String file) {}
