package dev.assay.experiments.sequence;

import dev.assay.Effort;
import dev.assay.engine.EngineName;
import dev.assay.experiments.data.AustenNovels;
import dev.assay.experiments.sequence.Reader.Kind;
import dev.assay.experiments.tuning.RateGrid;
import dev.assay.train.Net;
import java.util.Locale;

/**
 * Chooses the learning rates of {@link AttentionVsRnn}: for recall by accuracy on sequences that no test sees, for text by the
 * bits (less is better, so their negative) of the validation part.
 *
 * <p>{@code java -cp … dev.assay.experiments.sequence.TuningOfSequence ENGINE EFFORT SEEDS LENGTH…}
 */
final class TuningOfSequence {
    private static final double[] RATES = {1e-3, 3e-3, 1e-2, 3e-2};

    private TuningOfSequence() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        AustenNovels novels = AustenNovels.read();
        for (int i = 3; i < arguments.length; i++) {
            AttentionVsRnn experiment = new AttentionVsRnn(Integer.parseInt(arguments[i]));
            for (Kind kind : Kind.values()) {
                String at = kind + ", length " + experiment.length();
                RateGrid.print("tuning-of-recall", "recall, " + at, RATES, seeds, engine, effort, (t, rate) -> {
                    Net net = AttentionVsRnn.recallReader(t, kind).net();
                    experiment.learnRecall(t, net, rate);
                    return experiment.recall(t, net, "validation sequences");
                });
                RateGrid.print("tuning-of-text", "text, " + at, RATES, seeds, engine, effort, (t, rate) -> {
                    Net net = AttentionVsRnn.textReader(t, kind, novels);
                    experiment.learnText(t, net, novels.train(), rate);
                    return -experiment.bits(t, net, novels.validation());
                });
            }
        }
    }
}
