package dev.assay.experiments.flows;

import java.util.Arrays;

/**
 * Who may hear whom in a net with one hidden layer, after MADE (Germain et al. 2015): every input has a degree, every hidden
 * unit hears the inputs up to its own degree, and every output hears the hidden units below its own.
 *
 * <p>With degrees 1 to d that is an autoregressive net: output i depends on the inputs before i alone. With two degrees it is
 * a coupling: the inputs of degree 1 pass, those of degree 2 are changed as the first ones say.
 */
final class Masks {
    private final int[] degrees;
    private final int[] hidden;
    private final int passes;

    private Masks(int[] degrees, int[] hidden, int passes) {
        this.degrees = degrees;
        this.hidden = hidden;
        this.passes = passes;
    }

    /**
     * Each coordinate hears those before it.
     *
     * @param order the coordinates, the first one first
     * @param units hidden units, at least d: one of degree 0, which hears nothing and gives the first coordinate its shift and
     *     scale, and the others by turns of degree 1 to d − 1
     */
    static Masks autoregressive(int[] order, int units) {
        int[] degrees = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            degrees[order[i]] = i + 1;
        }
        int[] hidden = new int[units];
        Arrays.setAll(hidden, unit -> unit == 0 ? 0 : 1 + (unit - 1) % (order.length - 1));
        return new Masks(degrees, hidden, order.length);
    }

    /**
     * Some coordinates hear all the others, which stay as they are.
     *
     * @param changes for each coordinate, whether it is changed; some are and some are not
     */
    static Masks coupling(boolean[] changes, int units) {
        int[] degrees = new int[changes.length];
        Arrays.setAll(degrees, i -> changes[i] ? 2 : 1);
        if (Arrays.stream(degrees).distinct().count() != 2) {
            throw new IllegalArgumentException("a coupling changes some of its " + changes.length
                    + " coordinates and keeps others, not " + Arrays.toString(changes));
        }
        int[] hidden = new int[units];
        Arrays.fill(hidden, 1);
        return new Masks(degrees, hidden, 1);
    }

    int dimensions() {
        return degrees.length;
    }

    int units() {
        return hidden.length;
    }

    /** How often the net must be asked to invert the map: each pass makes one more degree known. */
    int passes() {
        return passes;
    }

    /** Whether a hidden unit hears an input. */
    boolean hears(int unit, int input) {
        return degrees[input] <= hidden[unit];
    }

    /** Whether an output, a coordinate's scale or shift, hears a hidden unit. */
    boolean says(int output, int unit) {
        return hidden[unit] < degrees[output];
    }
}
