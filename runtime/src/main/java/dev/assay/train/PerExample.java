package dev.assay.train;

import ai.djl.ndarray.NDArray;

/** What losses have in common: their targets fit the predictions, and further axes are averaged. */
final class PerExample {
    private PerExample() {}

    static void requireSameShape(String loss, NDArray prediction, NDArray target) {
        if (!prediction.getShape().equals(target.getShape())) {
            throw new IllegalArgumentException("the " + loss + " of predictions " + prediction.getShape()
                    + " needs targets of the same shape, not " + target.getShape());
        }
    }

    /** One value an example, of values whose first axis counts the examples. */
    static NDArray averaged(NDArray values) {
        int axes = values.getShape().dimension();
        if (axes <= 1) {
            return values;
        }
        NDArray rows = axes == 2 ? values : values.reshape(values.getShape().get(0), -1);
        return rows.mean(new int[] {1});
    }
}
