package dev.assay.experiments.variational;

import dev.assay.experiments.sampling.Cholesky;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which coordinates of z an approximation treats as dependent on each other: q is a product over the blocks, of a normal with full
 * covariance on each.
 *
 * @param blocks the coordinates of each block; together 0 to k − 1, each once, in order
 */
public record Factorisation(List<List<Integer>> blocks) {
    public Factorisation {
        blocks = blocks.stream().map(List::copyOf).toList();
        List<Integer> all = blocks.stream().flatMap(List::stream).toList();
        if (!all.equals(IntStream.range(0, all.size()).boxed().toList())) {
            throw new IllegalArgumentException("blocks hold each coordinate once and in order, unlike " + blocks);
        }
    }

    /** Every coordinate by itself: mean field. */
    public static Factorisation meanField(int latent) {
        return new Factorisation(IntStream.range(0, latent).mapToObj(List::of).toList());
    }

    /** All coordinates in one block. */
    public static Factorisation full(int latent) {
        return new Factorisation(List.of(IntStream.range(0, latent).boxed().toList()));
    }

    /**
     * How far the best such q stays below the evidence, ½(Σ_B log|Λ_BB| − log|Λ|), whatever x. For single coordinates, the
     * determinants are the diagonal.
     */
    public double smallestGap(LinearGaussian model) {
        double sum = -Cholesky.of(model.precision()).logDeterminant();
        for (List<Integer> block : blocks) {
            sum += Cholesky.of(within(model.precision(), block)).logDeterminant();
        }
        return sum / 2;
    }

    /** The rows and columns of a block. */
    static double[][] within(double[][] matrix, List<Integer> block) {
        double[][] part = new double[block.size()][block.size()];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                part[i][j] = matrix[block.get(i)][block.get(j)];
            }
        }
        return part;
    }
}
