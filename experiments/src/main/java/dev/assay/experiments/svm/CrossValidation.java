package dev.assay.experiments.svm;

import dev.assay.experiments.data.Folds;
import dev.assay.experiments.data.Standardisation;
import dev.assay.experiments.data.Table;

/** Judges a setting on rows that its machine has not seen, by turns. */
public final class CrossValidation {
    private CrossValidation() {}

    /**
     * The mean accuracy over folds. For each fold a machine is trained on the others, with a standardisation of its own, so
     * that nothing of the held-out rows enters it.
     *
     * @param table rows on their raw scales
     * @param folds a partition of these rows
     * @return from 0 to 1
     */
    public static double accuracy(Setting setting, Table table, Folds folds) {
        double sum = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            Table train = table.rows(folds.outside(fold));
            Standardisation scale = Standardisation.of(train);
            SupportVectorMachine machine = SupportVectorMachine.train(setting, scale.apply(train));
            sum += machine.accuracy(scale.apply(table.rows(folds.inside(fold))));
        }
        return sum / folds.count();
    }
}
