package dev.assay.experiments.flows;

import ai.djl.ndarray.NDArray;
import dev.assay.train.Params;

/** A flow that an engine can train: a map from data to the base, a standard normal, with weights. */
public interface FlowNet {
    /** The weights; a learner changes them in place. */
    Params params();

    /** Where rows go, and by what the flow stretches volume there; differentiable in the weights. */
    Pushed push(NDArray x);

    /** The same map with the present weights, in double precision and without the engine. */
    Bijection inDouble();

    /**
     * Where the rows of a batch went.
     *
     * @param z the images, (batch, d)
     * @param logDet log |det J| at each row, (batch)
     */
    record Pushed(NDArray z, NDArray logDet) {
        /** The mean of −log p(x) in nats, as an array of one number. */
        NDArray meanNll() {
            long rows = z.getShape().get(0);
            float constant = (float) (z.getShape().get(1) * Math.log(2 * Math.PI) / 2);
            return z.square().sum().div(2).sub(logDet.sum()).div(rows).add(constant);
        }
    }
}
