package dev.assay.experiments.flows;

import dev.assay.Trial;
import dev.assay.experiments.data.Concrete;
import dev.assay.experiments.data.Dequantisation;
import dev.assay.experiments.data.Moons;
import dev.assay.experiments.data.Rings;
import dev.assay.experiments.data.Table;
import java.util.List;

/** Whose density is to be learned. */
public enum DensityData {
    /** Two interleaved half circles with noise .1; 2,000 points train, 500 validate, 2,000 test. */
    MOONS,
    /** Rings of radius 1 and 2 with noise .1; as many. */
    RINGS,
    /** Nine columns of 1,030 tests of concrete, split by recipe: 257 of 427 recipes train, 70 validate, 100 test. */
    CONCRETE;

    private static final double MOON_NOISE = 0.1;
    private static final double RING_NOISE = 0.1;

    /** The rows of a trial's seed. */
    public DensitySplit draw(Trial t) {
        return switch (this) {
            case MOONS ->
                points(
                        Moons.draw(2000, MOON_NOISE, t.random("train")),
                        Moons.draw(500, MOON_NOISE, t.random("validation")),
                        Moons.draw(2000, MOON_NOISE, t.random("test")));
            case RINGS ->
                points(
                        Rings.draw(2000, RING_NOISE, t.random("train")),
                        Rings.draw(500, RING_NOISE, t.random("validation")),
                        Rings.draw(2000, RING_NOISE, t.random("test")));
            case CONCRETE -> {
                List<Table> parts = Concrete.all().partsOfClasses(t.random("recipes"), 257, 70, 100);
                yield new DensitySplit(
                        parts.get(0), parts.get(1), parts.get(2), Dequantisation.of(1, 1, 1, 1, 0.1, 1, 1, 1, 0.01));
            }
        };
    }

    private static DensitySplit points(Table train, Table validation, Table test) {
        return new DensitySplit(train, validation, test, Dequantisation.of(0, 0));
    }

    /** How many columns. */
    public int dimensions() {
        return this == CONCRETE ? 9 : 2;
    }

    /** The logarithm of the true density at a point, where it is known. */
    public double logTruth(double[] point) {
        return switch (this) {
            case MOONS -> Moons.logDensity(point, MOON_NOISE);
            case RINGS -> Rings.logDensity(point, RING_NOISE);
            case CONCRETE -> throw new IllegalStateException("nobody knows the density of concrete");
        };
    }

    /** The two columns that pictures show. */
    public DensityPlane plane() {
        return switch (this) {
            case MOONS -> new DensityPlane(0, "x", -1.6, 2.6, 1, "y", -1.3, 1.8);
            case RINGS -> new DensityPlane(0, "x", -2.6, 2.6, 1, "y", -2.6, 2.6);
            case CONCRETE -> new DensityPlane(0, "cement (kg/m³)", 50, 600, 3, "water (kg/m³)", 110, 260);
        };
    }
}
