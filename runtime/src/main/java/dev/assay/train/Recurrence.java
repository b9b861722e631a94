package dev.assay.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.assay.engine.FusedRecurrence;

/** A layer of gated units that reads (batch, time, channels) and gives its state at each moment: (batch, time, units). */
final class Recurrence extends AbstractBlock {
    private static final byte VERSION = 1;

    private final Cell cell;
    private final int units;
    private final Parameter inputWeight;
    private final Parameter stateWeight;
    private final Parameter inputBias;
    private final Parameter stateBias;

    /** What a unit is, with the number of its products. */
    enum Cell {
        GRU(3),
        LSTM(4);

        final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        NDArray run(NDArray x, int units, NDList weights, boolean training) {
            return this == GRU
                    ? FusedRecurrence.gru(x, units, weights, training)
                    : FusedRecurrence.lstm(x, units, weights, training);
        }
    }

    Recurrence(Cell cell, int units) {
        super(VERSION);
        if (units < 1) {
            throw new IllegalArgumentException("a recurrent layer has at least 1 unit, not " + units);
        }
        this.cell = cell;
        this.units = units;
        long products = (long) cell.gates * units;
        inputWeight = parameter("i2h_weight", Parameter.Type.WEIGHT);
        stateWeight = parameter("h2h_weight", Parameter.Type.WEIGHT);
        inputBias = parameter("i2h_bias", Parameter.Type.BIAS);
        stateBias = parameter("h2h_bias", Parameter.Type.BIAS);
        stateWeight.setShape(new Shape(products, units));
        inputBias.setShape(new Shape(products));
        stateBias.setShape(new Shape(products));
    }

    private Parameter parameter(String name, Parameter.Type type) {
        return addParameter(Parameter.builder().setName(name).setType(type).build());
    }

    @Override
    protected void prepare(Shape[] inputShapes) {
        inputWeight.setShape(new Shape((long) cell.gates * units, inputShapes[0].get(2)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        Weights weights = Weights.of(store);
        NDList given = new NDList(
                weights.get(inputWeight), weights.get(stateWeight), weights.get(inputBias), weights.get(stateBias));
        return new NDList(cell.run(inputs.singletonOrThrow(), units, given, training));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return outputs(inputShapes, units);
    }

    private static Shape[] outputs(Shape[] inputShapes, int units) {
        return new Shape[] {inputShapes[0].slice(0, 2).add(units)};
    }

    /**
     * A gated recurrent unit whose products of input and weights are normalised before they meet the state (Laurent et al. 2016).
     *
     * <p>The fused recurrence multiplies its inputs by a matrix of its own. Here the products are made and normalised before, and
     * that matrix is the identity.
     */
    static final class InputNormed extends AbstractBlock {
        private final int units;
        private final Block products;
        private final Block norm;
        private final Parameter stateWeight;
        private final Parameter stateBias;

        InputNormed(int units, Block norm) {
            super(VERSION);
            this.units = units;
            int gates = Cell.GRU.gates * units;
            products = addChildBlock("i2h", Nets.linear(gates));
            this.norm = addChildBlock("norm", norm);
            stateWeight = addParameter(Parameter.builder()
                    .setName("h2h_weight")
                    .setType(Parameter.Type.WEIGHT)
                    .optShape(new Shape(gates, units))
                    .build());
            stateBias = addParameter(Parameter.builder()
                    .setName("h2h_bias")
                    .setType(Parameter.Type.BIAS)
                    .optShape(new Shape(gates))
                    .build());
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
            products.initialize(manager, type, inputShapes);
            norm.initialize(manager, type, products.getOutputShapes(inputShapes));
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
            NDArray normed = norm.forward(store, products.forward(store, inputs, training), training)
                    .singletonOrThrow();
            Weights weights = Weights.of(store);
            NDManager manager = normed.getManager();
            int gates = Cell.GRU.gates * units;
            NDList given = new NDList(
                    manager.eye(gates),
                    weights.get(stateWeight),
                    manager.zeros(new Shape(gates)),
                    weights.get(stateBias));
            return new NDList(FusedRecurrence.gru(normed, units, given, training));
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputShapes) {
            return outputs(inputShapes, units);
        }
    }
}
