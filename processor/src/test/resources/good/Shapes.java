package good;

import static dev.assay.Better.HIGHER;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Resampled;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Chart;
import dev.assay.chart.Plane;

/** A final class instead of a record, with names that the harness uses itself. */
@Experiment(id = "shapes-by-hand", question = 3, title = "Shapes", asks = "Which is larger?")
@Claim(that = "square", beats = "circle", on = "area", by = 0.5, when = "size=2")
@Resampled(train = 2, test = 1, when = "size=2")
final class Shapes {
    private final int size;

    Shapes(@Levels({"2", "-3"}) int size, Shapes.Ink e) {
        this.size = size + e.ordinal();
    }

    enum Ink {
        BLACK
    }

    interface Shape {
        double area();
    }

    interface Cornered extends Shape {
        default int corners() {
            return 4;
        }
    }

    record Circle(double area) implements Shape {}

    record Square(double area) implements Cornered {}

    @Variant(baseline = true)
    Circle circle(Trial trial) {
        return new Circle(3);
    }

    @Variant
    Square square(Trial trial) {
        return new Square(size * size);
    }

    @Variant(reference = true)
    Square boxed(Trial trial, @Levels({"-1", "5"}) long v, @Levels("-0.5") double t) {
        return new Square(v);
    }

    @Metric(better = HIGHER)
    static double area(Shape shape) {
        return shape.area();
    }

    @Metric(better = HIGHER)
    static double corners(Cornered shape) {
        return shape.corners();
    }

    @Figure("Outline")
    static Chart outline(Shape shape) {
        return Plane.of("x", "y");
    }
}
