package dev.assay.render.draw;

import dev.assay.chart.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Puts small grey pictures side by side into one PNG, each pixel {@value #SCALE} wide and high. */
final class PicturesDrawing {
    private static final int SCALE = 3;
    private static final int GAP = 6;

    private PicturesDrawing() {}

    static BufferedImage image(Pictures pictures) {
        List<Pictures.Picture> all = pictures.pictures();
        int columns = Math.min(pictures.columns(), all.size());
        int rows = (all.size() + columns - 1) / columns;
        int width = all.stream().mapToInt(Pictures.Picture::width).max().orElse(1) * SCALE;
        int height = all.stream().mapToInt(PicturesDrawing::height).max().orElse(1) * SCALE;
        BufferedImage image = new BufferedImage(
                columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < all.size(); i++) {
            paint(image, all.get(i), i % columns * (width + GAP), i / columns * (height + GAP));
        }
        return image;
    }

    private static void paint(BufferedImage image, Pictures.Picture picture, int left, int top) {
        byte[] pixels = picture.bytes();
        int width = picture.width() * SCALE;
        int[] line = new int[width];
        for (int y = 0; y < pixels.length / picture.width(); y++) {
            for (int x = 0; x < width; x++) {
                int grey = pixels[y * picture.width() + x / SCALE] & 255;
                line[x] = 0xff << 24 | grey << 16 | grey << 8 | grey;
            }
            for (int i = 0; i < SCALE; i++) {
                image.setRGB(left, top + y * SCALE + i, width, 1, line, 0, width);
            }
        }
    }

    private static int height(Pictures.Picture picture) {
        return picture.bytes().length / picture.width();
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
