package dev.assay.render.draw;

import dev.assay.judge.Phrases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The values that an axis reaches over.
 *
 * @param low the least
 * @param high the greatest, above {@code low}
 * @param logarithmic whether equal distances mean equal ratios; both ends are then positive
 */
record Extent(double low, double high, boolean logarithmic) {
    Extent {
        if (!(low < high) || (logarithmic && !(low > 0))) {
            throw new IllegalArgumentException("an axis cannot reach from " + low + " to " + high);
        }
    }

    /** The extent of these values, of which those that are not finite (or not positive, on logarithms) do not count. */
    static Extent of(Collection<Double> values, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            return new Extent(logarithmic ? 0.1 : 0, 1, logarithmic);
        }
        if (low == high) {
            double room = low == 0 ? 1 : Math.abs(low) / 10;
            return logarithmic ? new Extent(low / 1.1, low * 1.1, true) : new Extent(low - room, high + room, false);
        }
        return new Extent(low, high, logarithmic);
    }

    /** How far from the low to the high end a value lies: 0 and 1 are the ends. */
    double share(double value) {
        return logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** Whether a value has a place on the axis. */
    boolean takes(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** About so many round values within. */
    List<Double> ticks(int about) {
        if (logarithmic) {
            List<Double> ticks = powers(about);
            if (ticks.size() >= 2) {
                return ticks;
            }
        }
        double step = step(about);
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step && ticks.size() < 50; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private List<Double> powers(int about) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        List<Double> ticks = new ArrayList<>();
        int stride = Math.max(1, (last - first + about) / about);
        for (int power = first; power <= last; power += stride) {
            ticks.add(Math.pow(10, power));
        }
        if (ticks.size() >= 3) {
            return ticks;
        }
        ticks.clear();
        for (int power = first - 1; power <= last; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double tick = digit * Math.pow(10, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private double step(int about) {
        double rough = (high / 2 - low / 2) / about * 2;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digits = rough / power;
        return power * (digits > 5 ? 10 : digits > 2 ? 5 : digits > 1 ? 2 : 1);
    }

    /** A tick in words, with as many decimals as its neighbours. */
    String label(double tick, int about) {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        double step = step(about);
        if (logarithmic || largest >= 1e5 || largest < 1e-3 || step < 1e-4) {
            return Math.abs(tick) < 1e-9 * step ? "0" : brief(Phrases.number(tick));
        }
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        BigDecimal rounded = new BigDecimal(tick).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() < 0 ? "−" + rounded.negate().toPlainString() : rounded.toPlainString();
    }

    private static String brief(String number) {
        return number.contains(".") && !number.contains("e") ? number.replaceFirst("\\.?0+$", "") : number;
    }
}
