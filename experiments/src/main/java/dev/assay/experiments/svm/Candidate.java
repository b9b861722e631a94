package dev.assay.experiments.svm;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One guess at the numbers that must be chosen before training, of which a kernel reads those it has.
 *
 * <p>The guesses follow the Halton sequence, which fills a box evenly however many of its points are taken, so a small search
 * is the beginning of a large one. C and γ are spread over their logarithms.
 *
 * @param c the price of slack C, 2⁻⁵ to 2⁵
 * @param gamma the scale γ of a kernel of standardised features, 2⁻⁵ to 2³ divided by their number
 * @param degree the degree of a polynomial, 2 or 3
 * @param coef0 the constant of a polynomial, 0 to 2
 */
public record Candidate(double c, double gamma, int degree, double coef0) {
    /**
     * The first points of the sequence.
     *
     * @param count how many
     * @param features the number of features
     */
    public static List<Candidate> first(int count, int features) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(index -> new Candidate(
                        Math.pow(2, -5 + 10 * halton(index, 2)),
                        Math.pow(2, -5 + 8 * halton(index, 3)) / features,
                        2 + (int) (2 * halton(index, 5)),
                        2 * halton(index, 7)))
                .toList();
    }

    /** The digits of the index in a base, mirrored at the point: 1, 2, 3 become .1, .01, .11 in base two. */
    private static double halton(int index, int base) {
        double value = 0;
        double unit = 1;
        for (int rest = index; rest > 0; rest /= base) {
            unit /= base;
            value += unit * (rest % base);
        }
        return value;
    }
}
