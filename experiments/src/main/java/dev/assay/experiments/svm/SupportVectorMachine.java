package dev.assay.experiments.svm;

import dev.assay.experiments.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * A classifier of two or more classes: one {@link TwoClassMachine} for each pair, which vote.
 *
 * <p>LIBSVM (Chang and Lin 2011) solves the pairs by sequential minimal optimisation. Its own random generator, one for the
 * whole process, serves cross-validation and probability estimates only; neither is used here, so training is a function of
 * its arguments.
 */
public final class SupportVectorMachine {
    private static final double STOPPING_TOLERANCE = 1e-3;
    private static final double CACHE_MEGABYTES = 64;

    static {
        svm.svm_set_print_string_function(line -> {}); // it reports each solution on stdout otherwise
    }

    private final List<TwoClassMachine> pairs;
    private final int classes;
    private final int[] supportRows;

    private SupportVectorMachine(List<TwoClassMachine> pairs, int classes, int[] supportRows) {
        this.pairs = List.copyOf(pairs);
        this.classes = classes;
        this.supportRows = supportRows;
    }

    /**
     * Trains one machine for each pair of classes.
     *
     * @param train rows on comparable scales
     * @throws IllegalArgumentException if the rows are not of at least two classes
     */
    public static SupportVectorMachine train(Setting setting, Table train) {
        int[] y = train.y();
        if (Arrays.stream(y).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "a margin lies between two classes; the " + y.length + " training rows are of one at most");
        }
        double[][] x = train.x();
        svm_problem problem = new svm_problem();
        problem.l = y.length;
        problem.y = Arrays.stream(y).asDoubleStream().toArray();
        problem.x = Arrays.stream(x).map(SupportVectorMachine::nodes).toArray(svm_node[][]::new);
        svm_model model = svm.svm_train(problem, parameters(setting));
        int[] supportRows =
                Arrays.stream(model.sv_indices).map(index -> index - 1).toArray();
        return new SupportVectorMachine(
                pairs(setting, model, supportRows, x, y), train.classes().size(), supportRows);
    }

    private static svm_node[] nodes(double[] row) {
        svm_node[] nodes = new svm_node[row.length];
        for (int i = 0; i < row.length; i++) {
            nodes[i] = new svm_node();
            nodes[i].index = i + 1;
            nodes[i].value = row[i];
        }
        return nodes;
    }

    private static svm_parameter parameters(Setting setting) {
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.C = setting.c();
        parameters.eps = STOPPING_TOLERANCE;
        parameters.cache_size = CACHE_MEGABYTES;
        parameters.shrinking = 1;
        Kernel kernel = setting.kernel();
        if (kernel instanceof Kernel.Polynomial polynomial) {
            parameters.kernel_type = svm_parameter.POLY;
            parameters.gamma = polynomial.gamma();
            parameters.coef0 = polynomial.coef0();
            parameters.degree = polynomial.degree();
        } else if (kernel instanceof Kernel.Rbf rbf) {
            parameters.kernel_type = svm_parameter.RBF;
            parameters.gamma = rbf.gamma();
        } else {
            parameters.kernel_type = svm_parameter.LINEAR;
        }
        return parameters;
    }

    /**
     * Unpacks the pairs. LIBSVM groups the support vectors by class; with k classes each has k − 1 coefficients αy, one for
     * each rival: in column {@code j − 1} against a later class j, in column {@code i} against an earlier class i.
     */
    private static List<TwoClassMachine> pairs(
            Setting setting, svm_model model, int[] supportRows, double[][] x, int[] y) {
        int[] start = new int[model.nr_class];
        for (int i = 1; i < start.length; i++) {
            start[i] = start[i - 1] + model.nSV[i - 1];
        }
        List<TwoClassMachine> pairs = new ArrayList<>();
        for (int i = 0; i < model.nr_class; i++) {
            for (int j = i + 1; j < model.nr_class; j++) {
                double[] alpha = new double[y.length];
                for (int s = start[i]; s < start[i] + model.nSV[i]; s++) {
                    alpha[supportRows[s]] = model.sv_coef[j - 1][s];
                }
                for (int s = start[j]; s < start[j] + model.nSV[j]; s++) {
                    alpha[supportRows[s]] = -model.sv_coef[i][s];
                }
                int positive = model.label[i];
                int negative = model.label[j];
                int[] rows = IntStream.range(0, y.length)
                        .filter(row -> y[row] == positive || y[row] == negative)
                        .toArray();
                pairs.add(new TwoClassMachine(
                        setting,
                        positive,
                        negative,
                        Arrays.stream(rows).mapToObj(row -> x[row]).toArray(double[][]::new),
                        Arrays.stream(rows)
                                .map(row -> y[row] == positive ? 1 : -1)
                                .toArray(),
                        Arrays.stream(rows).mapToDouble(row -> alpha[row]).toArray(),
                        -model.rho[pairs.size()]));
            }
        }
        return pairs;
    }

    /** The machine of each pair of classes that occur; one for two classes. */
    public List<TwoClassMachine> pairs() {
        return pairs;
    }

    /** The training rows with α above 0 in at least one pair: what the machine would have to remember. */
    public int[] supportRows() {
        return supportRows.clone();
    }

    /** The class that wins most pairs, the first of equals. */
    public int predict(double[] point) {
        int[] votes = new int[classes];
        for (TwoClassMachine pair : pairs) {
            votes[pair.decide(point) > 0 ? pair.positive() : pair.negative()]++;
        }
        int winner = 0;
        for (int c = 1; c < classes; c++) {
            if (votes[c] > votes[winner]) {
                winner = c;
            }
        }
        return winner;
    }

    /** The share of these rows whose class it predicts, 0 to 1. */
    public double accuracy(Table table) {
        int[] y = table.y();
        double[][] x = table.x();
        return IntStream.range(0, y.length)
                        .filter(row -> predict(x[row]) == y[row])
                        .count()
                / (double) y.length;
    }
}
