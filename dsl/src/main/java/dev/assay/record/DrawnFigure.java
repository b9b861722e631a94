package dev.assay.record;

import dev.assay.chart.Chart;

/**
 * A figure drawn from a trial's outcome.
 *
 * @param title the figure's caption in the plan
 * @param chart what to draw
 */
public record DrawnFigure(String title, Chart chart) {}
