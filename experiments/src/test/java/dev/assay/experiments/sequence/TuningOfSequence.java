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
 * <p>{@code java -cp … dev.assay.experiments.sequence.TuningOfSequence ENGINE EFFORT SEEDS LENGTH KIND…}
 */
final class TuningOfSequence {
    private static final double[] RECALL_RATES = {1e-2, 3e-2, 1e-1};
    private static final double[] TEXT_RATES = {3e-2, 1e-1, 3e-1};

    private TuningOfSequence() {}

    public static void main(String[] arguments) {
        EngineName engine = EngineName.parse(arguments[0]);
        Effort effort = Effort.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        int seeds = Integer.parseInt(arguments[2]);
        AustenNovels novels = AustenNovels.read();
        RecallTask recall = new RecallTask(Integer.parseInt(arguments[3]));
        TextTask text = new TextTask(novels, recall.length());
        for (int i = 4; i < arguments.length; i++) {
            Kind kind = Kind.valueOf(arguments[i]);
            String at = kind + ", length " + recall.length();
            RateGrid.print("tuning-of-recall", "recall, " + at, RECALL_RATES, seeds, engine, effort, (t, rate) -> {
                Net net = recall.reader(t, kind).net();
                recall.learn(t, net, AttentionVsRnn.optimizer(rate));
                return recall.accuracy(t, net, "validation sequences");
            });
            RateGrid.print("tuning-of-text", "text, " + at, TEXT_RATES, seeds, engine, effort, (t, rate) -> {
                Net net = text.net(t, kind);
                text.learn(t, net, AttentionVsRnn.optimizer(rate));
                return -text.bits(t, net, novels.validation());
            });
        }
    }
}
