package dev.assay.experiments.sequence;

import static dev.assay.Better.HIGHER;
import static dev.assay.Better.LOWER;
import static dev.assay.train.Optimizer.adam;

import dev.assay.Claim;
import dev.assay.Experiment;
import dev.assay.Figure;
import dev.assay.Levels;
import dev.assay.Metric;
import dev.assay.Plot;
import dev.assay.Trial;
import dev.assay.Variant;
import dev.assay.chart.Chart;
import dev.assay.chart.Pictures;
import dev.assay.experiments.data.AustenNovels;
import dev.assay.experiments.sequence.Reader.Kind;
import dev.assay.train.Net;
import dev.assay.train.Optimizer;
import dev.assay.train.Schedule;
import java.util.Objects;

/**
 * A recurrent net reads with a notebook of one page: at each symbol it rewrites its state, and what it will need later must
 * survive every rewriting. Self-attention keeps all that it has read, and looks up what it needs when it needs it.
 *
 * <p><b>What.</b> Each moment makes a query q, a key k and a value v of its input. What it takes from an earlier moment is
 * softmax(q·k / √d), over the keys of all moments up to its own, times that moment's v. Several <i>heads</i> do so side by side
 * with a part of the numbers each, so that one moment can look for several things. A gated recurrent unit (<i>GRU</i>) mixes its
 * state with a new one at each symbol, by gates that it learns; a long short-term memory (<i>LSTM</i>) keeps a cell apart from what
 * it shows.
 *
 * <p><b>Why they differ.</b> What was read n symbols ago is one step away for attention and n for recurrence, whose gradient must
 * come back through each of them. And a state of 30 numbers has to hold all pairs at once, before it knows what will be asked. The
 * price of looking back is that everyone looks at everyone: the work grows with the square of the length, where a
 * recurrent net's grows with the length. Its steps wait for each other, though, while attention does all moments in a
 * few large products.
 *
 * <p><b>When it fails.</b> Attention: on long sequences, where the square takes over; and it knows no order but what positions tell
 * it. Text of which the last few characters say most leaves little to look up, and a recurrent net of equal size is no worse there.
 * Recurrence: when much must be kept for long. What a step costs is a property of the machine as well: on one thread, as here,
 * attention's parallelism pays only by larger products; on a graphics processor it would pay far more.
 *
 * <p><b>How it is measured.</b> In <i>associative recall</i> eight pairs are read, then fillers, then the eight keys; at each key
 * the net should say what came with it. In <i>text</i>, two novels, it says the next character. All nets have equally many weights
 * within 5 %, the same sequences in the same order and the same number of steps; not the same time. Sequences of recall are 16 symbols
 * long for half of the training and then grow to {@code length}, for all nets alike. {@code stepSlope} is of one sequence read, at lengths 64, 256 and
 * 1,024, measured once a seed and so the same at every level of {@code length}.
 *
 * <p><b>Sources.</b> Vaswani and others, "Attention is all you need", 2017; Cho and others 2014 (GRU); Hochreiter and Schmidhuber
 * 1997, Gers and others 2000 (LSTM); Tallec and Ollivier, "Can recurrent neural networks warp time?", 2018 (the gates' first
 * bias); Arora and others, "Zoology", 2023 (recall).
 *
 * <p><b>Deviations.</b>
 *
 * <ol>
 *   <li>The guide's code takes heads for positions: after its transposition the products run over heads at one
 *       position. Here a head's weights run over positions, as the formula above it says, and the tests hold them to loops.
 *   <li>One block of 24 numbers instead of six of 512, with the norm before each part rather than behind it, which needs
 *       no long warm-up. Each pair is one symbol, since one block can look once: with key and value apart it would take two.
 *   <li>Attention is causal in both tasks; recall does not need that, text does.
 *   <li>The fused layers of the engines make GRU and LSTM. Theirs is the GRU whose reset gate acts after the product.
 *   <li>Gates start so that each unit keeps for a time of its own, up to {@code length}. With the usual bias of 1 an LSTM of this size
 *       learned nothing at lengths 64 and 128, and was no rival.
 *   <li>Text is learned from 30,720 characters at most, in random windows that may overlap. That is not to convergence: knowing the two characters before
 *       the next leaves 2.72 bits, one 3.51, none 4.43. There is no claim on it.
 * </ol>
 *
 * <p>With quick effort, half of the steps, recurrence is far from done, a GRU most of all; with full effort an LSTM comes near four
 * heads at length 64 (.96 and 1.00, two seeds), so that what separates it from the GRU is the cell, not recurrence.
 *
 * <p>Tuning: each net has for each task the learning rate that was best for it at length 64; the grid stands in the source.
 *
 * @param length the symbols of a sequence; what is asked in recall was read {@code length − 8} symbols ago on average
 */
@Experiment(
        question = 5,
        title = "Attention against recurrence",
        asks = "What does a net gain by looking back instead of remembering?",
        fullSeeds = 10)
@Claim(that = "multiHead", beats = "gru", on = "recall", when = "length=64")
@Claim(that = "gru", beats = "multiHead", on = "stepSlope")
@Claim(that = "multiHead", beats = "gru", on = "tokensPerSecond", when = "length=64")
@Plot(
        of = {"recall", "bits"},
        against = "length",
        log = true)
public record AttentionVsRnn(@Levels({"16", "64", "128"}) int length) {
    /** What was measured of a net. */
    record Measured(double recall, double bits, double tokensPerSecond, ForwardTimes forward) {}

    /** What every net shows. */
    sealed interface Outcome {
        Measured measured();
    }

    /** A net that remembers. */
    record Remembered(Measured measured) implements Outcome {}

    /**
     * A net that looks back.
     *
     * @param attention for each head, how much each question of one sequence takes from each moment
     */
    record Attended(Measured measured, Pictures attention) implements Outcome {}

    /** A gated recurrent unit: one state of 30 numbers, rewritten at each symbol. */
    @Variant(baseline = true)
    Remembered gru(Trial trial) {
        return remember(trial, Kind.GRU);
    }

    /** A long short-term memory: 25 cells, with gates to write, keep and read. */
    @Variant
    Remembered lstm(Trial trial) {
        return remember(trial, Kind.LSTM);
    }

    /** A transformer block with one head of 24 numbers. */
    @Variant
    Attended singleHead(Trial trial) {
        return attend(trial, Kind.SINGLE_HEAD);
    }

    /** A transformer block with four heads of 6 numbers each. */
    @Variant
    Attended multiHead(Trial trial) {
        return attend(trial, Kind.MULTI_HEAD);
    }

    /** Share of the questions of unseen sequences that get the right value; guessing gives 1/4. */
    @Metric(better = HIGHER)
    static double recall(Outcome outcome) {
        return outcome.measured().recall();
    }

    /** Cross-entropy of the next character of unseen chapters, in windows of this length. */
    @Metric(better = LOWER, unit = "bit")
    static double bits(Outcome outcome) {
        return outcome.measured().bits();
    }

    /** Growth of the time to read one sequence from 64 to 1,024 symbols, as the log–log slope: 1 is linear, 2 quadratic. */
    @Metric(better = LOWER, timing = true)
    static double stepSlope(Outcome outcome) {
        return outcome.measured().forward().slope();
    }

    /** Time to read one sequence of 64 symbols. */
    @Metric(better = LOWER, unit = "ms", timing = true)
    static double millisAt64(Outcome outcome) {
        return outcome.measured().forward().atShortest();
    }

    /** Time to read one sequence of 1,024 symbols. */
    @Metric(better = LOWER, unit = "ms", timing = true)
    static double millisAt1024(Outcome outcome) {
        return outcome.measured().forward().atLongest();
    }

    /** Characters learned from per second, in steps on 1,024 characters in windows of this length. */
    @Metric(better = HIGHER, unit = "1/s", timing = true)
    static double tokensPerSecond(Outcome outcome) {
        return outcome.measured().tokensPerSecond();
    }

    /**
     * One sequence of recall. Rows are the questions, in the order in which their pairs were read; columns are the 16 moments, eight
     * pairs and eight questions; white is all of a question's attention. Who has learned to look at the right pair shows a diagonal.
     */
    @Figure(value = "Where each question looks", when = "length=16")
    static Chart attention(Attended attended) {
        return attended.attention();
    }

    /*
     * The learning rates, each the best of three at length 64, twice as many steps as full effort takes, PyTorch, one tuning seed that
     * is never judged (TuningOfSequence): by the share of right answers to other sequences, and by bits of the validation chapters.
     *
     *                recall                   text
     *            1e-2   3e-2   1e-1     3e-2   1e-1   3e-1
     * GRU        .558   .803   .743     3.61   3.41   3.63
     * LSTM       .853   .983   .991     3.80   3.50   3.54
     * 1 head     .970   .894   .867     3.80   3.84   4.38
     * 4 heads    .999  1.000  1.000     3.81   3.84   4.15
     */
    private static double recallRate(Kind kind) {
        return switch (kind) {
            case GRU, MULTI_HEAD -> 3e-2;
            case LSTM -> 1e-1;
            case SINGLE_HEAD -> 1e-2;
        };
    }

    private static double textRate(Kind kind) {
        return switch (kind) {
            case GRU, LSTM -> 1e-1;
            case SINGLE_HEAD, MULTI_HEAD -> 3e-2;
        };
    }

    private Remembered remember(Trial trial, Kind kind) {
        return new Remembered(measure(trial, kind, recall().reader(trial, kind).net()));
    }

    private Attended attend(Trial trial, Kind kind) {
        Reader reader = recall().reader(trial, kind);
        Measured measured = measure(trial, kind, reader.net());
        return new Attended(measured, recall().pictures(trial, Objects.requireNonNull(reader.attention())));
    }

    /** Trains and measures on both tasks. */
    private Measured measure(Trial trial, Kind kind, Net recalling) {
        recall().learn(trial, recalling, optimizer(recallRate(kind)));
        TextTask text = new TextTask(trial.sharedAtAllLevels("novels", t -> AustenNovels.read()), length);
        Net writing = text.net(trial, kind);
        double tokensPerSecond = text.charactersPerSecond(trial, writing.copy(), optimizer(0));
        ForwardTimes forward = trial.sharedAtAllLevels(
                "forward times of " + kind, t -> ForwardTimes.of(t, text.net(t, kind), text.symbols()));
        text.learn(trial, writing, optimizer(textRate(kind)));
        return new Measured(
                recall().accuracy(trial, recalling, "test sequences"),
                text.bits(trial, writing, text.novels().test()),
                tokensPerSecond,
                forward);
    }

    private RecallTask recall() {
        return new RecallTask(length);
    }

    /** How every net learns both tasks, but for the rate. */
    static Optimizer optimizer(double rate) {
        return adam(rate).clip(1).schedule(Schedule.cosine().warmedUp(0.05));
    }
}
