package dev.assay.record;

import dev.assay.Effort;
import dev.assay.chart.Graph;
import dev.assay.chart.Pictures;
import dev.assay.chart.Plane;
import dev.assay.plan.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records of each kind, filled in throughout. */
final class Samples {
    private Samples() {}

    static PlanLine plan(String experiment) {
        return new PlanLine(
                LedgerLine.FORMAT,
                experiment,
                Effort.QUICK,
                "MXNet",
                10,
                new Provenance(
                        "3f5a",
                        Map.of("example.Dropout", "77aa"),
                        Map.of("api-0.35.1.jar", "0b1c"),
                        Map.of("example/rates.csv", "99ee"),
                        "1.9.1",
                        1),
                Draft.sound().plan(),
                "record Example() {}\n");
    }

    static TrialRecord ok(String variant, int seed, double loss) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", loss);
        metrics.put("accuracy", 0.5);
        return new TrialRecord(
                LedgerLine.FORMAT,
                "dropout-rate",
                variant,
                Map.of("rate", "0.5", "batch", "8"),
                seed,
                Status.OK,
                metrics,
                List.of(new Curve("loss", List.of(0.0, 1.0), List.of(2.5, Double.POSITIVE_INFINITY))),
                seed > 0 ? List.of() : charts(),
                null,
                1.25,
                Effort.QUICK,
                "MXNet");
    }

    static TrialRecord failed(Failure failure) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                "dropout-rate",
                "none",
                Map.of(),
                3,
                Status.FAILED,
                Map.of(),
                List.of(),
                List.of(),
                failure,
                0,
                Effort.FULL,
                "PyTorch");
    }

    private static List<DrawnFigure> charts() {
        double[] x = {0, 1, Double.NaN};
        return List.of(
                new DrawnFigure(
                        "Plane",
                        Plane.of("step", "loss")
                                .logarithmicX()
                                .line("a", x, x)
                                .band("a", x, x, x)
                                .points("b", x, x)
                                .bars("c", x, x, 0.5)
                                .heat(
                                        "d",
                                        new double[][] {{1, Double.NEGATIVE_INFINITY}, {3, Double.NaN}},
                                        0,
                                        1,
                                        2,
                                        3,
                                        0.5)),
                new DrawnFigure("Pictures", Pictures.inColumns(2).with("one", 2, new float[] {0, 0.5f, 1, 2})),
                new DrawnFigure(
                        "Graph", Graph.empty().node("p", 0, 1).node("q", 1, 0.5).edge("p", "q", true)));
    }
}
