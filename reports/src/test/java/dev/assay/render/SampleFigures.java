package dev.assay.render;

import dev.assay.RandomStream;
import dev.assay.chart.Chart;
import dev.assay.chart.Graph;
import dev.assay.chart.Pictures;
import dev.assay.chart.Plane;
import dev.assay.record.DrawnFigure;
import java.util.List;

/** A figure of every kind of chart. */
final class SampleFigures {
    private SampleFigures() {}

    static List<DrawnFigure> draw(RandomStream random) {
        double[] xs = new double[15];
        double[] bars = new double[15];
        for (int i = 0; i < 15; i++) {
            xs[i] = (i + 0.5) / 15;
            bars[i] = Math.min(1, Math.max(0, xs[i] - 0.08 + 0.03 * random.nextGaussian()));
        }
        Chart reliability = Plane.of("confidence", "accuracy")
                .bars("observed", xs, bars, 1 / 15.0)
                .line("perfect", new double[] {0, 1}, new double[] {0, 1});
        double[][] heat = new double[100][100];
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                heat[i][j] = 1 / (1 + Math.exp(-4 * (Math.sin(j * 0.06) + (i - 50) * 0.04)));
            }
        }
        double[] px = new double[60];
        double[] py = new double[60];
        for (int i = 0; i < 60; i++) {
            px[i] = 3 * random.nextDouble();
            py[i] = 3 * random.nextDouble();
        }
        Chart plane = Plane.of("x₁", "x₂")
                .heat("confidence", heat, 0, 3, 0, 3, 0.25, 0.5, 0.75)
                .points("class A", px, py);
        Pictures pictures = Pictures.inColumns(4);
        for (int k = 0; k < 8; k++) {
            float[] pixels = new float[28 * 28];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) Math.exp(-Math.pow(Math.hypot(i % 28 - 14, i / 28.0 - 14) - k - 3, 2) / 6);
            }
            pictures = pictures.with("garment " + k, 28, pixels);
        }
        Graph graph = Graph.empty()
                .node("shirt", 0.1, 0.8)
                .node("coat", 0.85, 0.9)
                .node("dress", 0.5, 0.15)
                .node("bag", 0.9, 0.35)
                .edge("shirt", "coat", true)
                .edge("coat", "dress", false)
                .edge("dress", "shirt", false)
                .edge("bag", "coat", true);
        return List.of(
                new DrawnFigure("Reliability", reliability),
                new DrawnFigure("Confidence over the plane", plane),
                new DrawnFigure("Misread garments", pictures),
                new DrawnFigure("Confused classes", graph));
    }
}
