package dev.assay.experiments.causal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What goes into a model of the treatment or of the outcome.
 *
 * @param variables the variables to adjust for
 * @param right whether they enter as they are; else each is reduced to whether it is above 0
 */
public record Covariates(Set<String> variables, boolean right) {
    public Covariates {
        variables = Collections.unmodifiableSet(new LinkedHashSet<>(variables)); // the order is that of the columns
    }

    double[][] rows(Sample sample) {
        return right ? sample.design(variables) : sample.dichotomised(variables);
    }
}
