package dev.assay.render.draw;

import dev.assay.chart.Layer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;

/**
 * A heat map as a picture with a pixel a value, the top row first; values that are not finite are transparent.
 *
 * <p>The colours run through cividis, which reads alike with and without colour blindness (Nuñez, Anderton and Renslow,
 * "Optimizing colormaps with consideration for color vision deficiency", 2018).
 */
final class HeatPicture {
    private static final int[] CIVIDIS = {
        0x00204d, 0x00336f, 0x39486b, 0x575c6d, 0x707173, 0x8a8779, 0xa69d75, 0xc4b56c, 0xe4cf5b, 0xffea46
    };

    /** Below so many columns or rows each value stands as a square of its own. */
    private static final int FINE = 40;

    private final Layer.Heat heat;
    private final int rows;
    private final int columns;
    private final double least;
    private final double most;

    HeatPicture(Layer.Heat heat) {
        this.heat = heat;
        rows = heat.values().size();
        columns = heat.values().get(0).size();
        DoubleSummaryStatistics finite = heat.values().stream()
                .flatMap(java.util.List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .summaryStatistics();
        least = finite.getCount() == 0 ? Double.NaN : finite.getMin();
        most = finite.getCount() == 0 ? Double.NaN : finite.getMax();
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    boolean isCoarse() {
        return rows < FINE || columns < FINE;
    }

    double left() {
        return columns == 1 ? heat.left() - 0.5 : Contours.x(heat, -0.5);
    }

    double right() {
        return columns == 1 ? heat.left() + 0.5 : Contours.x(heat, columns - 0.5);
    }

    double bottom() {
        return rows == 1 ? heat.bottom() - 0.5 : Contours.y(heat, -0.5);
    }

    double top() {
        return rows == 1 ? heat.bottom() + 0.5 : Contours.y(heat, rows - 0.5);
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = heat.values().get(rows - 1 - row).get(column);
                image.setRGB(column, row, Double.isFinite(value) ? colour(value) : 0);
            }
        }
        return image;
    }

    private int colour(double value) {
        double place = most > least ? (value - least) / (most - least) * (CIVIDIS.length - 1) : 0;
        int below = Math.min(CIVIDIS.length - 2, (int) place);
        int colour = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = CIVIDIS[below] >> shift & 0xff;
            int to = CIVIDIS[below + 1] >> shift & 0xff;
            colour = colour << 8 | (int) Math.round(from + (to - from) * (place - below));
        }
        return colour;
    }

    void write(Path file) throws IOException {
        Files.write(file, PicturesDrawing.png(image()));
    }
}
