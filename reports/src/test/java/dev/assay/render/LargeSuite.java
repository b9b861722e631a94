package dev.assay.render;

import dev.assay.Better;
import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.chart.Plane;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.Factor;
import dev.assay.plan.FigurePlan;
import dev.assay.plan.LevelType;
import dev.assay.plan.Plan;
import dev.assay.plan.PlotPlan;
import dev.assay.plan.Role;
import dev.assay.plan.Seeds;
import dev.assay.record.Curve;
import dev.assay.record.DrawnFigure;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.RecordJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how long a large suite takes to render: 500 experiments of 10 cells and 30 seeds, each with 3 metrics, 3 claims, a
 * plot, a curve of 50 points a trial and a figure a cell: 150 000 trials.
 *
 * <p>{@code java -Xmx640m -cp … dev.assay.render.LargeSuite DIR [experiments]} writes the ledger if it is not there (250 MB), and
 * renders it when it is called again, in a fresh process.
 *
 * <p>Measured on JDK 17 and two cores, with nothing else running: 26 s and 47 s of processor time ({@code -Xmx768m}, {@code
 * /usr/bin/time -v}). Beside other work on the same cores it took 60 s of processor time, pages with all their tables
 * included, and 909 MiB of memory in all with {@code -Xmx640m}. It is to stay under 60 s and 1 GiB.
 */
public final class LargeSuite {
    private static final int SEEDS = 30;
    private static final String[] VARIANTS = {"plain", "better", "worse", "equal", "odd"};

    private LargeSuite() {}

    /** Writes and renders. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int experiments = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        if (!Files.exists(directory.resolve(LedgerContent.FILE))) {
            write(directory, experiments);
            System.out.println("ledger written; render in a fresh process");
            return;
        }
        long start = System.nanoTime();
        int rendered = Reports.render(directory).experiments().size();
        System.out.println(rendered + " experiments in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private static void write(Path directory, int experiments) throws IOException {
        try (BufferedWriter ledger = Files.newBufferedWriter(directory.resolve(LedgerContent.FILE))) {
            for (int i = 0; i < experiments; i++) {
                Plan plan = plan(i);
                write(
                        ledger,
                        new PlanLine(
                                LedgerLine.FORMAT,
                                plan.id(),
                                Effort.QUICK,
                                "PyTorch",
                                SEEDS,
                                new Provenance("code", Map.of(), Map.of(), Map.of(), "2.7.1", 1),
                                plan,
                                "record Technique" + i + "() {}\n"));
                for (Cell cell : Cells.of(plan)) {
                    for (int seed = 0; seed < SEEDS; seed++) {
                        write(ledger, trial(plan.id(), i, cell, seed));
                    }
                }
            }
        }
    }

    private static void write(BufferedWriter ledger, LedgerLine line) throws IOException {
        ledger.write(RecordJson.write(line));
        ledger.write('\n');
    }

    private static Plan plan(int i) {
        return new Plan(
                "technique-" + i,
                i + 1,
                "Technique " + i,
                "Does technique " + i + " do what is said of it?",
                "A technique of the **benchmark**.",
                "",
                new Seeds(2, SEEDS, SEEDS),
                List.of(new Factor("size", LevelType.INT, List.of("10", "100"))),
                List.of(
                        SamplePlans.variant("plain", Role.BASELINE),
                        SamplePlans.variant("better", Role.CONTENDER),
                        SamplePlans.variant("worse", Role.CONTENDER),
                        SamplePlans.variant("equal", Role.CONTENDER),
                        SamplePlans.variant("odd", Role.CONTENDER)),
                List.of(
                        SamplePlans.metric("accuracy", Better.HIGHER, "", VARIANTS),
                        SamplePlans.metric("ece", Better.LOWER, "", VARIANTS),
                        SamplePlans.metric("loss", Better.LOWER, "nat", VARIANTS)),
                List.of(new FigurePlan("Values", "", "", List.of(VARIANTS))),
                List.of(new PlotPlan(List.of("accuracy"), "size", true)),
                List.of(
                        SamplePlans.claim("better", "plain", null, "accuracy", null, null, null, null, null),
                        SamplePlans.claim("equal", null, "plain", "accuracy", null, null, 0.02, null, null),
                        SamplePlans.claim("worse", "plain", null, "loss", null, 1.5, null, null, null)));
    }

    private static LedgerLine trial(String id, int i, Cell cell, int seed) {
        RandomStream common = RandomStream.of(31L * i + seed);
        RandomStream own = RandomStream.of(cell.toString().hashCode() * 1000L + 31L * i + seed);
        double shift = cell.variant().equals("better") ? 0.02 : cell.variant().equals("worse") ? -0.02 : 0;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", 0.8 + shift + 0.01 * common.nextGaussian() + 0.01 * own.nextGaussian());
        metrics.put("ece", 0.1 - shift + 0.01 * own.nextGaussian());
        metrics.put("loss", Math.exp(-1 - shift + 0.1 * own.nextGaussian()));
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int step = 0; step < 50; step++) {
            x.add(step * 10.0);
            y.add(2.3 * Math.exp(-step / 20.0) + 0.05 * own.nextGaussian());
        }
        double[] places = new double[100];
        double[] heights = new double[100];
        for (int k = 0; k < places.length; k++) {
            places[k] = k;
            heights[k] = own.nextGaussian();
        }
        return SampleRun.trial(
                id,
                cell,
                seed,
                metrics,
                List.of(new Curve("loss", x, y)),
                seed == 0
                        ? List.of(new DrawnFigure(
                                "Values", Plane.of("place", "value").points("values", places, heights)))
                        : List.of(),
                null);
    }
}
