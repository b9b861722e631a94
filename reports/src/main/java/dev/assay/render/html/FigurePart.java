package dev.assay.render.html;

import dev.assay.render.draw.ExperimentDrawings;
import java.util.List;

/**
 * A figure's part of a page.
 *
 * @param title the caption
 * @param prose what the author says about it, as HTML
 * @param drawings one for each cell
 */
public record FigurePart(String title, String prose, List<ExperimentDrawings.CellDrawing> drawings) {
    public FigurePart {
        drawings = List.copyOf(drawings);
    }
}
