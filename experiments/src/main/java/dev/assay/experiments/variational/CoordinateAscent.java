package dev.assay.experiments.variational;

import dev.assay.experiments.sampling.Cholesky;
import dev.assay.experiments.sampling.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Climbs the evidence lower bound one block at a time, each to its optimum given the others (Bishop 2006, §10.1): the block's
 * covariance becomes Λ_BB⁻¹, its mean Λ_BB⁻¹(h_B − Λ_BR m_R), R being the rest and h the pull of x. It starts from the prior, in
 * double precision, and ends when a sweep raises no row's bound by more than 10⁻¹².
 */
public final class CoordinateAscent {
    private static final int MOST_SWEEPS = 1000;
    private static final double GAIN = 1e-12;

    private final List<Normal> fits;
    private final List<Double> bounds;

    private CoordinateAscent(List<Normal> fits, List<Double> bounds) {
        this.fits = List.copyOf(fits);
        this.bounds = List.copyOf(bounds);
    }

    /** Fits a q to each row of x. */
    public static CoordinateAscent run(LinearGaussian model, double[][] x, Factorisation factorisation) {
        int k = model.latent();
        double[][] factor = new double[k][k];
        for (int i = 0; i < k; i++) {
            factor[i][i] = 1;
        }
        List<Normal> fits = new ArrayList<>();
        for (int n = 0; n < x.length; n++) {
            fits.add(new Normal(new double[k], factor)); // the covariance is the same for all
        }
        double[] last = bounds(model, x, fits);
        List<Double> means = new ArrayList<>(List.of(mean(last)));
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            for (List<Integer> block : factorisation.blocks()) {
                update(model, x, fits, factor, block);
                means.add(mean(bounds(model, x, fits)));
            }
            double[] now = bounds(model, x, fits);
            double gain = 0;
            for (int n = 0; n < now.length; n++) {
                gain = Math.max(gain, now[n] - last[n]);
            }
            if (gain <= GAIN) {
                break;
            }
            last = now;
        }
        return new CoordinateAscent(fits, means);
    }

    private static void update(
            LinearGaussian model, double[][] x, List<Normal> fits, double[][] factor, List<Integer> block) {
        double[][] precision = model.precision();
        Cholesky root = Cholesky.of(Factorisation.within(precision, block));
        int size = block.size();
        double[][] covariance = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            covariance[i] = root.backward(root.forward(unit));
        }
        double[][] part = Cholesky.of(covariance).factor();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                factor[block.get(i)][block.get(j)] = part[i][j];
            }
        }
        for (int n = 0; n < x.length; n++) {
            double[] m = fits.get(n).mean();
            double[] pull = model.pull(x[n]);
            double[] left = new double[size];
            for (int i = 0; i < size; i++) {
                left[i] = pull[block.get(i)];
                for (int rest = 0; rest < m.length; rest++) {
                    if (!block.contains(rest)) {
                        left[i] -= precision[block.get(i)][rest] * m[rest];
                    }
                }
            }
            double[] best = root.backward(root.forward(left));
            for (int i = 0; i < size; i++) {
                m[block.get(i)] = best[i];
            }
        }
    }

    private static double[] bounds(LinearGaussian model, double[][] x, List<Normal> fits) {
        double[] bounds = new double[x.length];
        Arrays.setAll(bounds, n -> model.bound(x[n], fits.get(n)));
        return bounds;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The q of each row. */
    public List<Normal> fits() {
        return fits;
    }

    /** The mean bound at the start and after each block's update. */
    public List<Double> bounds() {
        return bounds;
    }
}
