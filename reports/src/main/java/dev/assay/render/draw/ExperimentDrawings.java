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
import java.util.Map;

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
     * @param cell the cell
     * @param drawing the drawing
     */
    public record CellDrawing(Cell cell, Drawing drawing) {}

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

    /** Draws everything into the directory of the experiment's page, which exists. */
    public static ExperimentDrawings draw(Path directory, Observations observations) throws IOException {
        Sheet sheet = new Sheet(directory);
        Series series = new Series(observations.plan());
        List<Drawing> seeds = new ArrayList<>();
        for (MetricPlan metric : observations.plan().metrics()) {
            seeds.add(sheet.svg(
                    "seeds-" + (seeds.size() + 1),
                    SeedCharts.spec(observations, metric, series),
                    SeedCharts.alt(observations, metric),
                    metric.name()));
        }
        List<Drawing> curves = new ArrayList<>();
        for (String name : CurveBand.names(observations)) {
            Map<Cell, CurveBand> bands = CurveCharts.bands(observations, name);
            curves.add(sheet.svg(
                    "curve-" + (curves.size() + 1),
                    CurveCharts.spec(bands, name, series),
                    CurveCharts.alt(bands, name),
                    name));
        }
        List<Drawing> plots = new ArrayList<>();
        for (PlotPlan plot : observations.plan().plots()) {
            for (String name : plot.of()) {
                PlotCharts chart =
                        new PlotCharts(observations, plot, observations.plan().metric(name), series);
                plots.add(sheet.svg(
                        "plot-" + (plots.size() + 1), chart.spec(), chart.alt(), name + " against " + plot.against()));
            }
        }
        return new ExperimentDrawings(seeds, curves, plots, FigureSheets.draw(sheet, observations));
    }
}
