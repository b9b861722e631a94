package dev.assay.estimate;

/**
 * A range of values that the data leave plausible.
 *
 * @param low the lower end; NaN where the data are too few for an interval
 * @param high the upper end, at least {@code low}; NaN exactly if {@code low} is
 */
public record Interval(double low, double high) {
    /** What fewer than two values allow to say. */
    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    public Interval {
        if (Double.isNaN(low) != Double.isNaN(high) || low > high) {
            throw new IllegalArgumentException("an interval runs from low to high, not from " + low + " to " + high);
        }
    }

    /** Whether there is one. */
    public boolean isDefined() {
        return !Double.isNaN(low);
    }

    /** Whether all of it lies above a value; an undefined interval lies nowhere. */
    public boolean isAbove(double value) {
        return low > value;
    }

    /** Whether all of it lies below a value; an undefined interval lies nowhere. */
    public boolean isBelow(double value) {
        return high < value;
    }

    /** Half its width, in the values' unit. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** The interval mirrored at 0. */
    public Interval negated() {
        return isDefined() ? new Interval(-high, -low) : this;
    }
}
