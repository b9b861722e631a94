package dev.assay.render.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of one page, where its drawings are laid down. */
final class Sheet {
    private final Path directory;

    Sheet(Path directory) {
        this.directory = directory;
    }

    /** Draws a specification for light and for dark pages; says why if the library refuses it. */
    Drawing svg(String name, Spec spec, String alt, String caption) throws IOException {
        if (spec.isEmpty()) {
            return Drawing.none("Nothing to draw: there is no finite value.", caption);
        }
        String svg;
        try {
            svg = Svg.of(spec);
        } catch (IllegalArgumentException refused) {
            return Drawing.none("Not drawn, because " + refused.getMessage() + ".", caption);
        }
        Files.writeString(directory.resolve(name + ".svg"), svg);
        Files.writeString(directory.resolve(name + "-dark.svg"), Palette.darken(svg));
        return new Drawing(name + ".svg", name + "-dark.svg", spec.width(), spec.height(), alt, caption);
    }

    /** Writes a picture. */
    Drawing png(String name, BufferedImage image, String alt, String caption) throws IOException {
        Files.write(directory.resolve(name + ".png"), PicturesDrawing.png(image));
        return new Drawing(name + ".png", name + ".png", image.getWidth(), image.getHeight(), alt, caption);
    }
}
