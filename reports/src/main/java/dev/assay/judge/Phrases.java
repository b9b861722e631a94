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

    /** The same with a plus sign before a positive number. */
    public static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    /** A p-value, which is never said to be 0. */
    public static String p(double value) {
        return value < 0.0001 ? "< .0001" : number(value).replaceFirst("^0\\.", ".");
    }
}
