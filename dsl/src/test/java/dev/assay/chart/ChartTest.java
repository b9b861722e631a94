package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final double[] TWO = {1, 2};
    private static final double[] ONE = {1};

    @Test
    void planesGrowWithoutChanging() {
        Plane empty = Plane.of("step", "loss");
        Plane drawn = empty.band("a", TWO, TWO, TWO)
                .line("a", TWO, TWO)
                .points("b", ONE, ONE)
                .bars("c", TWO, TWO, 0.5)
                .heat("d", new double[][] {{1, 2, 3}, {4, 5, 6}}, 0, 2, 0, 1, 2.5)
                .logarithmicX()
                .logarithmicY();

        assertThat(empty.layers()).isEmpty();
        assertThat(empty.x()).isEqualTo(new Axis("step", false));
        assertThat(drawn.x()).isEqualTo(new Axis("step", true));
        assertThat(drawn.y()).isEqualTo(new Axis("loss", true));
        assertThat(drawn.layers())
                .containsExactly(
                        new Layer.Band("a", List.of(1.0, 2.0), List.of(1.0, 2.0), List.of(1.0, 2.0)),
                        new Layer.Line("a", List.of(1.0, 2.0), List.of(1.0, 2.0)),
                        new Layer.Points("b", List.of(1.0), List.of(1.0)),
                        new Layer.Bars("c", List.of(1.0, 2.0), List.of(1.0, 2.0), 0.5),
                        new Layer.Heat(
                                "d",
                                List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)),
                                0,
                                2,
                                0,
                                1,
                                List.of(2.5)));
    }

    @Test
    void layersPairTheirValues() {
        Plane plane = Plane.of("x", "y");

        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable uneven :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> plane.line("odd", TWO, ONE),
                        () -> plane.points("odd", TWO, ONE),
                        () -> plane.bars("odd", TWO, ONE, 1),
                        () -> plane.band("odd", TWO, ONE, TWO),
                        () -> plane.band("odd", TWO, TWO, ONE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(uneven)
                    .withMessage("layer 'odd' has 2 x and 1 y values; give as many of both");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void barsNeedAWidth(double width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plane.of("x", "y").bars("b", ONE, ONE, width))
                .withMessage("the bars of 'b' need a finite width above 0, not " + width);
    }

    @Test
    void heatMapsAreGrids() {
        Plane plane = Plane.of("x", "y");

        for (double[][] nothing : List.of(new double[0][], new double[1][0])) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plane.heat("h", nothing, 0, 1, 0, 1))
                    .withMessage("the heat map 'h' has no values");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plane.heat("h", new double[][] {{1}, {1, 2}}, 0, 1, 0, 1))
                .withMessageContaining("rows of 2 and 1 values");
    }

    @Test
    void layersCannotBeChangedFromOutside() {
        List<Double> x = new ArrayList<>(List.of(1.0));
        Layer.Line line = new Layer.Line("a", x, List.of(1.0));
        x.add(2.0);

        assertThat(line.x()).containsExactly(1.0);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> line.y().add(1.0));
    }

    @Test
    void graphsJoinTheirNodes() {
        Graph graph = Graph.empty()
                .node("a", 0, 0)
                .node("b", 1, 1)
                .edge("a", "b", true)
                .edge("b", "b", false);

        assertThat(graph.nodes()).containsExactly(new Graph.Node("a", 0, 0), new Graph.Node("b", 1, 1));
        assertThat(graph.edges()).containsExactly(new Graph.Edge("a", "b", true), new Graph.Edge("b", "b", false));
    }

    @Test
    void graphsRefuseEdgesIntoNothing() {
        Graph graph = Graph.empty().node("a", 0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.edge("a", "b", false))
                .withMessage("edge a → b leaves the nodes [a]; add the node first");
        assertThatIllegalArgumentException().isThrownBy(() -> graph.edge("b", "a", false));
    }

    @Test
    void graphsRefuseASecondNodeOfAName() {
        Graph graph = Graph.empty().node("a", 0, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.node("a", 1, 1))
                .withMessage("two nodes are called 'a'; give each a name of its own");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void graphsRefuseNodesOutsideTheDrawing(double place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Graph.empty().node("a", place, 0))
                .withMessageContaining("node 'a' is at (" + place + ", 0.0)");
        assertThatIllegalArgumentException().isThrownBy(() -> Graph.empty().node("a", 0, place));
    }

    @Test
    void picturesHoldAByteAPixel() {
        float[] values = {0, 1, 0.5f, 0.25f, -3, 7, Float.NaN, 1f / 255};

        Pictures pictures = Pictures.inColumns(3).with("c", 4, values);

        assertThat(pictures.columns()).isEqualTo(3);
        assertThat(pictures.pictures().get(0).bytes())
                .isEqualTo(new byte[] {0, (byte) 255, (byte) 128, 64, 0, (byte) 255, 0, 1});
        assertThat(pictures.pictures().get(0).pixels()).isEqualTo("AP+AQAD/AAE=");
    }

    @Test
    void picturesRefuseWhatIsNoRectangle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pictures.inColumns(0))
                .withMessage("pictures need at least 1 column, not 0");
        for (int width : new int[] {3, 0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Pictures.inColumns(1).with("face", width, new float[4]))
                    .withMessage(
                            "picture 'face' has 4 pixels and the width " + width + "; give at least one whole row");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pictures.inColumns(1).with("face", 3, new float[0]))
                .withMessageContaining("0 pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pictures.Picture("face", 1, "?"))
                .withMessageStartingWith("the pixels of picture 'face' are no Base64");
    }
}
