package dev.assay.render.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.chart.Layer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeatTest {
    /** The surface x² + y² on a grid from −2 to 2. */
    private static Layer.Heat bowl(int n) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                double x = -2 + 4.0 * j / (n - 1);
                double y = -2 + 4.0 * i / (n - 1);
                row.add(x * x + y * y);
            }
            rows.add(row);
        }
        return new Layer.Heat("bowl", rows, -2, 2, -2, 2, List.of());
    }

    @Test
    void findsTheCircleWhereABowlHasOneHeight() {
        List<Contours.Piece> pieces = Contours.at(bowl(81), 1);
        assertThat(pieces).isNotEmpty().allSatisfy(piece -> {
            assertThat(Math.hypot(piece.x1(), piece.y1())).isCloseTo(1, within(1e-3));
            assertThat(Math.hypot(piece.x2(), piece.y2())).isCloseTo(1, within(1e-3));
        });
        double length = pieces.stream()
                .mapToDouble(piece -> Math.hypot(piece.x2() - piece.x1(), piece.y2() - piece.y1()))
                .sum();
        assertThat(length).isCloseTo(2 * Math.PI, within(0.01));
        assertThat(Contours.at(bowl(81), 9)).isEmpty();
    }

    @Test
    void hasAPixelAValueWithTheTopRowFirst() {
        HeatPicture picture = new HeatPicture(new Layer.Heat(
                "h", List.of(List.of(0.0, 1.0, 0.5), List.of(Double.NaN, 0.0, 1.0)), 0, 2, 0, 1, List.of()));
        int[] pixels = picture.image().getRGB(0, 0, 3, 2, null, 0, 3);
        assertThat(pixels[0]).as("NaN is transparent").isZero();
        assertThat(pixels[1]).isEqualTo(0xff00204d);
        assertThat(pixels[2]).isEqualTo(0xffffea46);
        assertThat(pixels[3]).isEqualTo(0xff00204d);
        // Half way lies between the fifth and the sixth of the ten published colours.
        assertThat(pixels[5]).isEqualTo(0xff7d7c76);
        assertThat(picture.left()).isEqualTo(-0.5);
        assertThat(picture.right()).isEqualTo(2.5);
        assertThat(picture.bottom()).isEqualTo(-0.5);
        assertThat(picture.top()).isEqualTo(1.5);
    }

    @Test
    void aConstantSurfaceHasOneColour() {
        BufferedImage image =
                new HeatPicture(new Layer.Heat("h", List.of(List.of(3.0, 3.0)), 0, 1, 0, 0, List.of())).image();
        assertThat(image.getRGB(0, 0)).isEqualTo(image.getRGB(1, 0));
    }
}
