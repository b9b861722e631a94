package dev.assay.experiments.sequence;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import dev.assay.RandomStream;
import dev.assay.Trial;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.SelfAttention;
import org.jspecify.annotations.Nullable;

/**
 * A net that reads symbols one by one and says something at each: an embedding of 24 numbers, one layer that looks back, and a
 * linear layer of scores. Sizes are such that the numbers of weights agree within a few per cent.
 *
 * @param net (batch, time) of symbols to (batch, time, outputs)
 * @param attention the same weights, up to who looks at whom: (batch, heads, queries, keys); null of recurrent nets
 */
record Reader(Net net, @Nullable Net attention) {
    /** How a net looks back. */
    enum Kind {
        GRU,
        LSTM,
        SINGLE_HEAD,
        MULTI_HEAD
    }

    private static final int WIDTH = 24;
    private static final int GRU_UNITS = 30;
    private static final int LSTM_UNITS = 25;
    private static final int HEADS = 4;
    private static final int HIDDEN = 52;
    private static final int ANY_LENGTH = 2;

    /**
     * A net with fresh weights.
     *
     * @param name keys its streams
     * @param length the moments over which a recurrent net may have to remember, at least 2
     * @param symbols how many it knows
     * @param outputs the scores at each moment
     */
    static Reader of(Trial trial, String name, Kind kind, int length, int symbols, int outputs) {
        return switch (kind) {
            case GRU -> recurrent(trial, name, length, symbols, Nets.gru(GRU_UNITS), GRU_UNITS, outputs);
            case LSTM -> {
                Reader reader = recurrent(trial, name, length, symbols, Nets.lstm(LSTM_UNITS), LSTM_UNITS, outputs);
                writeAsLittleAsIsForgotten(reader.net());
                yield reader;
            }
            case SINGLE_HEAD -> attending(trial, name, symbols, 1, outputs);
            case MULTI_HEAD -> attending(trial, name, symbols, HEADS, outputs);
        };
    }

    /**
     * A recurrent net of which each unit forgets at a pace of its own: the bias of the gates that keep, the second of a GRU and of an
     * LSTM alike, is log(T − 1) with T uniform up to the length, so that what is kept fades over T moments (Tallec and Ollivier,
     * "Can recurrent neural networks warp time?", 2018). With the usual bias of 1 a gate keeps 73 %, of which 64 moments leave 2e-9.
     */
    private static Reader recurrent(
            Trial trial, String name, int length, int symbols, Block layer, int units, int outputs) {
        Net net = Net.of(
                trial, name, Nets.sequence(Nets.embedding(symbols, WIDTH), layer, Nets.linear(outputs)), ANY_LENGTH);
        RandomStream random = trial.random(name + "/paces");
        String bias = gateBias(net);
        float[] values = net.params().get(bias).toFloatArray();
        for (int i = units; i < 2 * units; i++) {
            values[i] = (float) Math.log(1 + random.nextDouble() * (length - 2));
        }
        net.params().set(bias, values);
        return new Reader(net, null);
    }

    /** An LSTM's first gates, those that write, start as far closed as its second, which keep, are open. */
    private static void writeAsLittleAsIsForgotten(Net net) {
        String bias = gateBias(net);
        float[] values = net.params().get(bias).toFloatArray();
        for (int i = 0; i < LSTM_UNITS; i++) {
            values[i] = -values[LSTM_UNITS + i];
        }
        net.params().set(bias, values);
    }

    private static String gateBias(Net net) {
        return net.params().names().stream()
                .filter(each -> each.endsWith("i2h_bias"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(net.params() + " has no recurrent bias"));
    }

    /** Symbols, a sequence a row, as a net reads them. */
    static NDArray array(NDManager manager, int[][] rows) {
        float[][] floats = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                floats[i][j] = rows[i][j];
            }
        }
        return manager.create(floats);
    }

    /** One block of a transformer decoder, normalised before each part, with sinusoidal positions. */
    private static Reader attending(Trial trial, String name, int symbols, int heads, int outputs) {
        Block embedding = Nets.embedding(symbols, WIDTH);
        Block positions = Nets.positions();
        Block norm = Nets.layerNorm();
        SelfAttention attention = Nets.causalAttention(heads);
        Block whole = Nets.sequence(
                embedding,
                positions,
                Nets.residual(norm, attention),
                Nets.residual(Nets.layerNorm(), Nets.linear(HIDDEN), Nets.relu(), Nets.linear(WIDTH)),
                Nets.layerNorm(),
                Nets.linear(outputs));
        Net net = Net.of(trial, name, whole, ANY_LENGTH);
        return new Reader(net, net.through(Nets.sequence(embedding, positions, norm, attention.map())));
    }
}
