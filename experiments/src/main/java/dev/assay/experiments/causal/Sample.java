package dev.assay.experiments.causal;

import java.util.Collection;
import java.util.List;

/** Units drawn from a model: the observed variables are for estimators, the rest for those who judge them. */
public final class Sample {
    private final StructuralModel model;
    private final double[][] columns;
    private final double[] otherwise;
    private final double[] x;
    private final double[] y;

    Sample(StructuralModel model, double[][] columns, double[] otherwise) {
        this.model = model;
        this.columns = columns;
        this.otherwise = otherwise;
        x = column(model.treatment());
        y = column(model.outcome());
    }

    /** How many units. */
    public int size() {
        return otherwise.length;
    }

    /**
     * The values of an observed variable.
     *
     * @throws IllegalArgumentException if nobody measures it
     */
    double[] column(String name) {
        if (!model.observed().contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not measured; an estimator sees only " + model.observed());
        }
        return columns[model.place(name)];
    }

    /** Each unit's treatment, 0 or 1. */
    double[] treatments() {
        return x;
    }

    /** Each unit's outcome. */
    double[] outcomes() {
        return y;
    }

    /** What a unit's outcome would have been under the other treatment; no estimator may ask. */
    public double otherwise(int unit) {
        return otherwise[unit];
    }

    /** What the treatment does to a unit: its outcome with it minus its outcome without; no estimator may ask. */
    public double effect(int unit) {
        double change = otherwise[unit] - y[unit];
        return x[unit] == 1 ? -change : change;
    }

    /** Rows of a 1 and of these variables, for a regression. */
    double[][] design(Collection<String> variables) {
        List<double[]> chosen = variables.stream().map(this::column).toList();
        double[][] rows = new double[size()][chosen.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1;
            for (int j = 0; j < chosen.size(); j++) {
                rows[i][j + 1] = chosen.get(j)[i];
            }
        }
        return rows;
    }

    /** The same, of which each variable is reduced to whether it is above 0: the wrong model that everyday data sets hold. */
    double[][] dichotomised(Collection<String> variables) {
        double[][] rows = design(variables);
        for (double[] row : rows) {
            for (int j = 1; j < row.length; j++) {
                row[j] = row[j] > 0 ? 1 : 0;
            }
        }
        return rows;
    }
}
