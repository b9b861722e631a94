package dev.assay.render.draw;

import dev.assay.estimate.CurveBand;
import dev.assay.estimate.Observations;
import dev.assay.plan.Cell;
import dev.assay.plan.MetricPlan;
import dev.assay.plan.PlotPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All drawings of an experiment's page.
 *
 * @param seeds a chart a metric, of every seed's value
 * @param curves a chart a recorded curve
 * @param plots the plots that the plan asks for
 * @param figures the plan's figures, each from every cell that has it
 */
public record ExperimentDrawings(
        List<Drawing> seeds, List<Drawing> curves, List<Drawing> plots, List<FigureRow> figures) {
    public ExperimentDrawings {
        seeds = List.copyOf(seeds);
        curves = List.copyOf(curves);
        plots = List.copyOf(plots);
        figures = List.copyOf(figures);
    }

    /**
     * A figure from one cell.
     *
     * @param id its name on the page
     * @param cell the cell
     * @param drawing the drawing
     */
    public record CellDrawing(String id, Cell cell, Drawing drawing) {}

    /**
     * A figure from every cell that has it.
     *
     * @param title the figure's caption in the plan
     * @param prose what the author says about it, in Markdown
     * @param drawings the drawings in the plan's order
     */
    public record FigureRow(String title, String prose, List<CellDrawing> drawings) {
        public FigureRow {
            drawings = List.copyOf(drawings);
        }
    }

    /** Draws everything; pictures become files in the directory of the experiment's page, which exists. */
    public static ExperimentDrawings draw(Path directory, Observations observations) throws IOException {
        Series series = new Series(observations.plan());
        List<Drawing> seeds = new ArrayList<>();
        for (MetricPlan metric : observations.plan().metrics()) {
            seeds.add(new SeedCharts(observations, metric, series).drawing());
        }
        List<Drawing> curves = new ArrayList<>();
        for (String name : CurveBand.names(observations)) {
            curves.add(CurveCharts.drawing(observations, name, series));
        }
        List<Drawing> plots = new ArrayList<>();
        for (PlotPlan plot : observations.plan().plots()) {
            for (String name : plot.of()) {
                MetricPlan metric = observations.plan().metric(name);
                plots.add(new PlotCharts(observations, plot, metric, series).drawing());
            }
        }
        return new ExperimentDrawings(seeds, curves, plots, FigureSheets.draw(directory, observations));
    }
}
