package dev.assay.experiments.flows;

import ai.djl.ndarray.NDManager;
import dev.assay.experiments.data.Rows;
import java.util.Arrays;

/**
 * How well a flow inverts and knows its own volume, at up to 200 rows.
 *
 * @param inverseError the largest error of a coordinate of f⁻¹(f(x))
 * @param logDetError the largest |log-determinant − log |det J||, with J by differences of f in double precision, in nats
 */
public record Exactness(double inverseError, double logDetError) {
    private static final int ROWS = 200;

    /** Of a flow that needs no engine. */
    public static Exactness of(Bijection flow, double[][] rows) {
        Exactness worst = new Exactness(0, 0);
        for (double[] x : first(rows)) {
            Image image = flow.forward(x);
            worst = worst.orWorse(flow, x, image.point(), image.logDet());
        }
        return worst;
    }

    /**
     * Of a trained one: the engine sends rows forward in single precision, as it does in training, and the inverse and the
     * Jacobian are those of the same flow in double precision.
     */
    public static Exactness of(NDManager arrays, FlowNet net, double[][] rows) {
        double[][] some = first(rows);
        FlowNet.Pushed pushed = net.push(Rows.array(arrays, some));
        double[][] z = Rows.of(pushed.z());
        double[] logDet = Rows.vector(pushed.logDet());
        Bijection flow = net.inDouble();
        Exactness worst = new Exactness(0, 0);
        for (int i = 0; i < some.length; i++) {
            worst = worst.orWorse(flow, some[i], z[i], logDet[i]);
        }
        return worst;
    }

    private static double[][] first(double[][] rows) {
        return Arrays.copyOf(rows, Math.min(rows.length, ROWS));
    }

    private Exactness orWorse(Bijection flow, double[] x, double[] z, double logDet) {
        double[] back = flow.inverse(z);
        double worst = inverseError;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(back[i] - x[i]));
        }
        return new Exactness(worst, Math.max(logDetError, Math.abs(logDet - NumericalJacobian.logDet(flow, x))));
    }
}
