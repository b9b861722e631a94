package dev.assay.render.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.chart.Layer;
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
    void coversTheGridOnceWhateverItsSize() {
        for (int n : new int[] {2, 7, 64, 100, 129}) {
            List<Double> left = numbers(bowl(n), "xmin");
            List<Double> right = numbers(bowl(n), "xmax");
            List<Double> bottom = numbers(bowl(n), "ymin");
            double area = 0;
            double lowest = bottom.get(0);
            double width = 0;
            for (int i = 0; i < left.size(); i++) {
                area += right.get(i) - left.get(i);
                width += bottom.get(i) == lowest ? right.get(i) - left.get(i) : 0;
            }
            long rows = bottom.stream().distinct().count();
            assertThat(width).as("n = %d", n).isCloseTo(4 + 4.0 / (n - 1), within(1e-9));
            assertThat(area).isCloseTo(rows * width, within(1e-6));
            assertThat(rows).isLessThanOrEqualTo(64);
        }
    }

    @SuppressWarnings("unchecked") // the drawing's data is a map of columns of numbers
    private static List<Double> numbers(Layer.Heat heat, String column) {
        return (List<Double>) (List<?>)
                java.util.Objects.requireNonNull((List<?>) HeatTiles.of(heat).get(column), column);
    }
}
