package dev.assay.render.draw;

import dev.assay.chart.Chart;
import dev.assay.chart.Graph;
import dev.assay.chart.Layer;
import dev.assay.chart.Pictures;
import dev.assay.chart.Plane;
import dev.assay.estimate.Observations;
import dev.assay.judge.Phrases;
import dev.assay.plan.Cell;
import dev.assay.plan.FigurePlan;
import dev.assay.record.DrawnFigure;
import dev.assay.record.TrialRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** Draws the figures that the trials of seed 0 carry. */
final class FigureSheets {
    private FigureSheets() {}

    static List<ExperimentDrawings.FigureRow> draw(Path directory, Observations observations) throws IOException {
        List<ExperimentDrawings.FigureRow> rows = new ArrayList<>();
        List<FigurePlan> plans = observations.plan().figures();
        for (int i = 0; i < plans.size(); i++) {
            List<ExperimentDrawings.CellDrawing> drawings = new ArrayList<>();
            for (Cell cell : observations.cells()) {
                TrialRecord trial = observations.trials(cell).get(0);
                for (DrawnFigure figure : trial == null ? List.<DrawnFigure>of() : trial.figures()) {
                    if (figure.title().equals(plans.get(i).title())) {
                        String name = "figure-" + (i + 1) + "-" + (drawings.size() + 1);
                        drawings.add(
                                new ExperimentDrawings.CellDrawing(name, cell, draw(directory, name, cell, figure)));
                    }
                }
            }
            if (!drawings.isEmpty()) {
                rows.add(new ExperimentDrawings.FigureRow(
                        plans.get(i).title(), plans.get(i).prose(), drawings));
            }
        }
        return rows;
    }

    private static Drawing draw(Path directory, String name, Cell cell, DrawnFigure figure) throws IOException {
        Chart chart = figure.chart();
        String alt = figure.title() + ", drawn from " + cell + " at seed 0: " + words(chart);
        if (chart instanceof Plane plane) {
            return new PlaneDrawing(directory, name, plane).drawing(alt, cell.toString());
        }
        if (chart instanceof Graph graph) {
            return GraphDrawing.drawing(graph, alt, cell.toString());
        }
        Pictures pictures = (Pictures) chart;
        if (pictures.pictures().isEmpty()) {
            return new Drawing.Nothing("Nothing to draw: there is no picture.", cell.toString());
        }
        BufferedImage image = PicturesDrawing.image(pictures);
        Files.write(directory.resolve(name + ".png"), PicturesDrawing.png(image));
        return new Drawing.Picture(alt, cell + captions(pictures), name + ".png", image.getWidth(), image.getHeight());
    }

    private static String words(Chart chart) {
        if (chart instanceof Plane plane) {
            String layers = plane.layers().stream()
                    .map(layer -> layer.name() + range(layer))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return layers + ", drawn over " + plane.x().label() + " and "
                    + plane.y().label() + ".";
        }
        if (chart instanceof Graph graph) {
            return "a graph of " + graph.nodes().size() + " nodes and "
                    + graph.edges().size() + " arrows, "
                    + graph.edges().stream().filter(Graph.Edge::marked).count()
                    + " of them marked.";
        }
        List<Pictures.Picture> pictures = ((Pictures) chart).pictures();
        return pictures.size() + (pictures.size() == 1 ? " picture" : " pictures") + captions((Pictures) chart) + ".";
    }

    /** How far a layer reaches along the vertical axis. */
    private static String range(Layer layer) {
        List<Double> values = layer instanceof Layer.Line line
                ? line.y()
                : layer instanceof Layer.Points points
                        ? points.y()
                        : layer instanceof Layer.Bars bars ? bars.heights() : List.of();
        DoubleSummaryStatistics finite = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .summaryStatistics();
        return finite.getCount() == 0
                ? ""
                : " from " + Phrases.number(finite.getMin()) + " to " + Phrases.number(finite.getMax());
    }

    private static String captions(Pictures pictures) {
        String captions = pictures.pictures().stream()
                .map(Pictures.Picture::caption)
                .filter(caption -> !caption.isBlank())
                .collect(Collectors.joining(", "));
        return captions.isEmpty() ? "" : ": " + captions;
    }
}
