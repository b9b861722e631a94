package dev.assay.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they stand in a sentence, alike under every locale. */
public final class Phrases {
    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

    private Phrases() {}

    /** A number with three significant digits and a true minus sign; {@code –} where it is undefined. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(size).round(THREE);
        String text;
        if (size >= 1e6 || size < 1e-4) {
            int exponent = rounded.precision() - rounded.scale() - 1;
            text = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e"
                    + (exponent < 0 ? "−" + -exponent : exponent);
        } else if (size >= 1000) {
            text = new BigDecimal(size).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
        } else if (value == Math.rint(value)) {
            text = new BigDecimal(size).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
        } else {
            text = rounded.toPlainString();
        }
        return (value < 0 ? "−" : "") + text;
    }

    /** A number that somebody chose, with the digits it has and a true minus sign. */
    public static String plain(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size >= 1e6 || (size > 0 && size < 1e-4)) {
            return number(value);
        }
        return (value < 0 ? "−" : "")
                + BigDecimal.valueOf(size).stripTrailingZeros().toPlainString();
    }

    /** The same as {@link #number} with a plus sign before a positive number. */
    public static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    /** A p-value, which is never said to be 0. */
    public static String p(double value) {
        return value < 0.0001 ? "< .0001" : number(value).replaceFirst("^0\\.", ".");
    }

    /**
     * How many decimals show a value that is known to this half width: as many as its first digit that counts, one more where
     * that is a 1 or a 2. Below 0 where three significant digits say more.
     */
    public static int decimals(double halfWidth) {
        if (!Double.isFinite(halfWidth) || halfWidth < 1e-6 || halfWidth >= 1000) {
            return -1;
        }
        int power = (int) Math.floor(Math.log10(halfWidth));
        return Math.max(0, (halfWidth < 3 * Math.pow(10, power) ? 1 : 0) - power);
    }

    /** A number with so many decimals, or as {@link #number} writes it if those are below 0 or it is large. */
    public static String number(double value, int decimals) {
        if (decimals < 0 || !Double.isFinite(value) || Math.abs(value) >= 1e6) {
            return number(value);
        }
        String text = new BigDecimal(Math.abs(value))
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.');
        return (value < 0 && !zero ? "−" : "") + text;
    }

    /** The same with a plus sign before a positive number. */
    public static String signed(double value, int decimals) {
        return value > 0 ? "+" + number(value, decimals) : number(value, decimals);
    }
}
