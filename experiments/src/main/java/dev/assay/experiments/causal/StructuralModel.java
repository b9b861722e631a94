package dev.assay.experiments.causal;

import dev.assay.RandomStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Variables that are made one from the other: each is a function of its parents and of a noise of its own. The treatment is 0
 * or 1.
 *
 * @param variables parents before their children
 * @param treatment the cause of interest
 * @param outcome what it may affect
 * @param effect the mean difference of the outcome between do(treatment = 1) and do(treatment = 0)
 */
public record StructuralModel(List<Variable> variables, String treatment, String outcome, double effect) {

    /** How a variable comes about. */
    @FunctionalInterface
    public interface Mechanism {
        /**
         * The variable's value.
         *
         * @param parents the values of its parents, in their order
         * @param noise a draw of its noise
         */
        double value(double[] parents, double noise);
    }

    /** What comes from outside the model. */
    public enum Noise {
        /** Standard normal. */
        NORMAL,
        /** Standard logistic, so that "parents + noise > 0" follows a logistic regression. */
        LOGISTIC;

        double draw(RandomStream random) {
            if (this == NORMAL) {
                return random.nextGaussian();
            }
            double uniform = random.nextDouble();
            return Math.log(uniform) - Math.log1p(-uniform);
        }
    }

    /**
     * A variable.
     *
     * @param hidden whether nobody measures it
     */
    public record Variable(String name, boolean hidden, List<String> parents, Noise noise, Mechanism mechanism) {
        public Variable {
            parents = List.copyOf(parents);
        }
    }

    public StructuralModel {
        variables = List.copyOf(variables);
    }

    /** Who causes whom. */
    public Dag graph() {
        return Dag.of(
                variables.stream().map(Variable::name).toList(),
                variables.stream()
                        .flatMap(variable -> variable.parents().stream().map(from -> new Arrow(from, variable.name())))
                        .toList());
    }

    /** The variables that are measured, in their order. */
    public Set<String> observed() {
        return variables.stream()
                .filter(variable -> !variable.hidden())
                .map(Variable::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The variables that are measured, but for treatment and outcome. */
    public Set<String> covariates() {
        Set<String> covariates = observed();
        covariates.removeAll(Set.of(treatment, outcome));
        return covariates;
    }

    /** What the graph says about how to find the effect. */
    public Identification identification() {
        return new Identification(graph(), treatment, outcome, observed());
    }

    /** Independent units, each with what its outcome would have been under the other treatment, all its noises the same. */
    public Sample draw(int units, RandomStream random) {
        int all = variables.size();
        double[][] columns = new double[all][units];
        double[] otherwise = new double[units];
        double[] noise = new double[all];
        double[] unit = new double[all];
        int cause = place(treatment);
        int result = place(outcome);
        int[][] parents = parents();
        double[][] inputs = inputs(parents);
        for (int i = 0; i < units; i++) {
            for (int v = 0; v < all; v++) {
                noise[v] = variables.get(v).noise().draw(random);
            }
            write(unit, noise, parents, inputs, cause, Double.NaN);
            for (int v = 0; v < all; v++) {
                columns[v][i] = unit[v];
            }
            write(unit, noise, parents, inputs, cause, 1 - unit[cause]);
            otherwise[i] = unit[result];
        }
        return new Sample(this, columns, otherwise);
    }

    /** All variables of the unit with these noises if its treatment is set to a value, whatever its causes say. */
    double[] intervene(double[] noise, double set) {
        double[] unit = new double[noise.length];
        int[][] parents = parents();
        write(unit, noise, parents, inputs(parents), place(treatment), set);
        return unit;
    }

    private void write(double[] unit, double[] noise, int[][] parents, double[][] inputs, int cause, double set) {
        for (int v = 0; v < unit.length; v++) {
            if (v == cause && !Double.isNaN(set)) {
                unit[v] = set;
                continue;
            }
            for (int p = 0; p < parents[v].length; p++) {
                inputs[v][p] = unit[parents[v][p]];
            }
            unit[v] = variables.get(v).mechanism().value(inputs[v], noise[v]);
        }
    }

    private static double[][] inputs(int[][] parents) {
        return Arrays.stream(parents).map(each -> new double[each.length]).toArray(double[][]::new);
    }

    private int[][] parents() {
        return variables.stream()
                .map(variable ->
                        variable.parents().stream().mapToInt(this::place).toArray())
                .toArray(int[][]::new);
    }

    /** Where a variable stands in the list. */
    int place(String name) {
        for (int v = 0; v < variables.size(); v++) {
            if (variables.get(v).name().equals(name)) {
                return v;
            }
        }
        throw new IllegalArgumentException("there is no variable '" + name + "' among "
                + Arrays.toString(variables.stream().map(Variable::name).toArray()));
    }
}
