package dev.assay.train;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.function.Supplier;

/** Blocks to make a {@link Net} of; each call gives a new one. */
public final class Nets {
    private Nets() {}

    /** Blocks one after another. */
    public static Block sequence(Block... blocks) {
        SequentialBlock sequence = new SequentialBlock();
        for (Block block : blocks) {
            sequence.add(block);
        }
        return sequence;
    }

    /**
     * Linear layers with a ReLU between each two.
     *
     * @param widths the outputs of each layer; the last are the net's
     */
    public static Block mlp(int... widths) {
        return mlp(Nets::none, widths);
    }

    /**
     * Linear layers with a normalisation and a ReLU between each two.
     *
     * @param norm makes the block before each ReLU
     * @param widths the outputs of each layer; the last are the net's
     */
    public static Block mlp(Supplier<Block> norm, int... widths) {
        if (widths.length == 0) {
            throw new IllegalArgumentException("an mlp needs the width of at least one layer");
        }
        SequentialBlock net = new SequentialBlock();
        net.add(linear(widths[0]));
        for (int i = 1; i < widths.length; i++) {
            net.add(norm.get()).add(relu()).add(linear(widths[i]));
        }
        return net;
    }

    /**
     * A small convolutional classifier of grey pictures: four 3×3 convolutions of 8, 8, 16 and 16 channels, each with a
     * normalisation and a ReLU, a 2×2 pooling after every second, and a linear layer.
     *
     * @param norm makes the block after each convolution
     */
    public static Block cnn(Supplier<Block> norm, int classes) {
        return sequence(
                conv(8, 3),
                norm.get(),
                relu(),
                conv(8, 3),
                norm.get(),
                relu(),
                maxPool(2),
                conv(16, 3),
                norm.get(),
                relu(),
                conv(16, 3),
                norm.get(),
                relu(),
                maxPool(2),
                flatten(),
                linear(classes));
    }

    /** y = Wx + b over the last axis. */
    public static Block linear(int outputs) {
        return Linear.builder().setUnits(outputs).build();
    }

    /**
     * A convolution over (batch, channels, height, width) that keeps height and width.
     *
     * @param kernel the side of the kernel, an odd number
     */
    public static Block conv(int channels, int kernel) {
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException("a kernel that keeps the size has an odd side, not " + kernel);
        }
        return Conv2d.builder()
                .setFilters(channels)
                .setKernelShape(new Shape(kernel, kernel))
                .optPadding(new Shape(kernel / 2, kernel / 2))
                .build();
    }

    /** The larger of 0 and each value. */
    public static Block relu() {
        return Activation.reluBlock();
    }

    /** The hyperbolic tangent of each value. */
    public static Block tanh() {
        return Activation.tanhBlock();
    }

    /** The largest value of each square of this side, side by side. */
    public static Block maxPool(int side) {
        return Pool.maxPool2dBlock(new Shape(side, side), new Shape(side, side));
    }

    /** Everything but the batch as one axis. */
    public static Block flatten() {
        return Blocks.batchFlattenBlock();
    }

    /**
     * A learned vector for each symbol: (batch, time) of whole numbers from 0 to (batch, time, width).
     *
     * @param symbols how many there are
     * @param width the numbers of a vector
     */
    public static Block embedding(int symbols, int width) {
        return new Embedding(symbols, width);
    }

    /** Adds to each moment of (batch, time, channels) the sines and cosines of its place in time. */
    public static Block positions() {
        return new SinusoidalPositions();
    }

    /** A gated recurrent unit over (batch, time, channels) that gives its state at each moment: (batch, time, units). */
    public static Block gru(int units) {
        return new Recurrence(Recurrence.Cell.GRU, units);
    }

    /** The same with a normalisation between the product of input and weights and the gates. */
    public static Block gru(int units, Block norm) {
        return new Recurrence.InputNormed(units, norm);
    }

    /** A long short-term memory over (batch, time, channels) that gives its output at each moment: (batch, time, units). */
    public static Block lstm(int units) {
        return new Recurrence(Recurrence.Cell.LSTM, units);
    }

    /**
     * Self-attention over (batch, time, channels) in which a moment sees itself and the past alone.
     *
     * @param heads how many side by side; they divide the channels
     */
    public static SelfAttention causalAttention(int heads) {
        return new SelfAttention(heads, true);
    }

    /** The input plus what these blocks, one after another, make of it. */
    public static Block residual(Block... blocks) {
        return new Residual(sequence(blocks));
    }

    /** Nothing. */
    public static Block none() {
        return Blocks.identityBlock();
    }

    /** Sets values to 0 with this probability in training. */
    public static Block dropout(double rate) {
        return new Dropout(rate);
    }

    /** Normalises each channel over the batch; by running averages in use. */
    public static Block batchNorm() {
        return new BatchNorm();
    }

    /** Normalises each example over all its channels. */
    public static Block layerNorm() {
        return new GroupNorm(1);
    }

    /** Normalises each example over groups of its channels. */
    public static Block groupNorm(int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException("group norm needs at least 1 group, not " + groups);
        }
        return new GroupNorm(groups);
    }

    /** Normalises each channel of each picture. */
    public static Block instanceNorm() {
        return new GroupNorm(GroupNorm.EACH_CHANNEL);
    }
}
