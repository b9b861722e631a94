package dev.assay.experiments.causal;

import java.util.Collection;
import java.util.Set;

/**
 * What goes into a model of the treatment or of the outcome.
 *
 * @param variables the variables to adjust for
 * @param right whether they enter as they are; else each is reduced to whether it is above 0
 */
public record Covariates(Set<String> variables, boolean right) {
    public Covariates {
        variables = Set.copyOf(variables);
    }

    /** These variables as they are. */
    public static Covariates of(Collection<String> variables) {
        return new Covariates(Set.copyOf(variables), true);
    }

    double[][] rows(Sample sample) {
        return right ? sample.design(variables) : sample.dichotomised(variables);
    }
}
