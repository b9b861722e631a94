package dev.assay.experiments.sequence;

import ai.djl.nn.Block;
import dev.assay.Trial;
import dev.assay.train.Net;
import dev.assay.train.Nets;
import dev.assay.train.SelfAttention;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A net that reads symbols one by one and says something at each: an embedding of 32 numbers, one layer that looks back, and a
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

    private static final int WIDTH = 32;
    private static final int GRU_UNITS = 39;
    private static final int LSTM_UNITS = 33;
    private static final int HEADS = 4;
    private static final int HIDDEN = 66;
    private static final int ANY_LENGTH = 2;

    /**
     * A net with fresh weights.
     *
     * @param name keys its streams
     * @param symbols how many it knows
     * @param outputs the scores at each moment
     */
    static Reader of(Trial trial, String name, Kind kind, int symbols, int outputs) {
        return switch (kind) {
            case GRU -> recurrent(trial, name, symbols, Nets.gru(GRU_UNITS), GRU_UNITS, outputs);
            case LSTM -> recurrent(trial, name, symbols, Nets.lstm(LSTM_UNITS), LSTM_UNITS, outputs);
            case SINGLE_HEAD -> attending(trial, name, symbols, 1, outputs);
            case MULTI_HEAD -> attending(trial, name, symbols, HEADS, outputs);
        };
    }

    /**
     * A recurrent net whose gates to the past stand open: the bias of those that keep it, the second of a GRU and of an LSTM
     * alike, starts at 1 (Jozefowicz, Zaremba and Sutskever 2015).
     */
    private static Reader recurrent(Trial trial, String name, int symbols, Block layer, int units, int outputs) {
        Net net = Net.of(
                trial, name, Nets.sequence(Nets.embedding(symbols, WIDTH), layer, Nets.linear(outputs)), ANY_LENGTH);
        String bias = net.params().names().stream()
                .filter(each -> each.endsWith("i2h_bias"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(net.params() + " has no recurrent bias"));
        float[] values = net.params().get(bias).toFloatArray();
        Arrays.fill(values, units, 2 * units, 1);
        net.params().set(bias, values);
        return new Reader(net, null);
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
