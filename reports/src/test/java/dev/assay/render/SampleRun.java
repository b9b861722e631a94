package dev.assay.render;

import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.plan.Cell;
import dev.assay.plan.Cells;
import dev.assay.plan.Plan;
import dev.assay.record.Curve;
import dev.assay.record.DrawnFigure;
import dev.assay.record.Failure;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.RecordJson;
import dev.assay.record.RunInfo;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A run directory as a run leaves it: the {@link SamplePlans}, every kind of chart, one failed trial; the samplers were run with
 * five seeds first, and got a claim more afterwards.
 */
final class SampleRun {
    private static final int SEEDS = 10;
    private static final int FIRST = 5;

    private SampleRun() {}

    /** Writes it and judges it. */
    static SuiteReport judged(Path directory) throws IOException {
        write(directory, lines());
        return Reports.judge(directory);
    }

    /** The lines of its ledger. */
    static List<LedgerLine> lines() {
        List<LedgerLine> lines = new ArrayList<>();
        PlanLine smoothing = line(SamplePlans.smoothing(), SEEDS);
        PlanLine first = line(SamplePlans.sampling(false), FIRST);
        PlanLine sampling = line(SamplePlans.sampling(true), SEEDS);
        lines.add(smoothing);
        lines.add(first);
        for (Cell cell : Cells.of(first.plan())) {
            lines.add(samplingTrial(cell, 0));
        }
        lines.add(sampling);
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Cell cell : Cells.of(smoothing.plan())) {
                lines.add(smoothingTrial(cell, seed));
            }
            for (Cell cell : seed == 0 ? List.<Cell>of() : Cells.of(sampling.plan())) {
                lines.add(samplingTrial(cell, seed));
            }
        }
        return lines;
    }

    /** The same with what may come in any order, the trials after the last plan, in another. */
    static List<LedgerLine> shuffled(Random random) {
        List<LedgerLine> lines = new ArrayList<>(lines());
        int planned = lines.lastIndexOf(line(SamplePlans.sampling(true), SEEDS)) + 1;
        Collections.shuffle(lines.subList(planned, lines.size()), random);
        return lines;
    }

    /** Writes the directory. */
    static void write(Path directory, List<LedgerLine> lines) throws IOException {
        Files.createDirectories(directory);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(RecordJson.write(line)).append('\n'));
        Files.writeString(directory.resolve(LedgerContent.FILE), text);
        Files.writeString(directory.resolve("run.json"), RecordJson.writePretty(run()));
    }

    private static RunInfo run() {
        return new RunInfo(
                1,
                List.of("assay", "run"),
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:14:05Z",
                600,
                170,
                0,
                2,
                "PyTorch",
                "2.7.1",
                "17.0.9",
                "Linux amd64",
                2);
    }

    /** Renders the sample into the directory given, to be looked at; a number after it puts the trials in another order. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        write(directory, arguments.length > 1 ? shuffled(new Random(Long.parseLong(arguments[1]))) : lines());
        Reports.render(directory);
    }

    private static PlanLine line(Plan plan, int seeds) {
        return new PlanLine(
                LedgerLine.FORMAT,
                plan.id(),
                Effort.QUICK,
                "PyTorch",
                seeds,
                new Provenance(
                        "5d8a0c31e7f24b96",
                        Map.of("dev.assay.experiments.training.LabelSmoothing", "91c04e5f6a7b8d23"),
                        Map.of("api-0.35.1.jar", "c4f2a86d01b95e37"),
                        Map.of("dev/assay/experiments/data/letter-recognition.csv.gz", "0f6e2d8c4ab17953"),
                        "2.7.1-20250812",
                        1),
                plan,
                "/** " + SamplePlans.HOSTILE
                        + " */\n"
                        + "@Experiment(question = 14, title = \"Label smoothing\")\n"
                        + "public record LabelSmoothing(int trainingSet) {\n"
                        + "    @Variant(baseline = true)\n"
                        + "    Predictions oneHot(Trial t) { … }\n"
                        + "}\n");
    }

    private static TrialRecord smoothingTrial(Cell cell, int seed) {
        RandomStream random = RandomStream.of(7000 + 31L * seed);
        double common = random.nextGaussian();
        RandomStream own = RandomStream.of(cell.toString().hashCode() * 1000L + seed);
        double size = "250".equals(cell.levels().get("trainingSet")) ? 1 : 0;
        double smooth = cell.variant().equals("smoothed")
                ? Double.parseDouble(cell.levels().get("epsilon"))
                : 0;
        if (cell.variant().equals("mixup") && size == 1 && seed == 3) {
            return trial(
                    "label-smoothing",
                    cell,
                    seed,
                    Map.of(),
                    List.of(),
                    List.of(),
                    new Failure(
                            Failure.Cause.DIVERGED,
                            "loss became NaN at step 81 " + SamplePlans.HOSTILE,
                            "experiments.LabelSmoothing.train:41",
                            ""));
        }
        double accuracy = 0.84 - 0.05 * size + 0.008 * common + 0.004 * own.nextGaussian();
        double ece = 0.081 + 0.03 * size - 0.45 * Math.min(smooth, 0.1) + 0.004 * common + 0.004 * own.nextGaussian();
        double nll = 0.62 + 0.15 * size - smooth + 0.02 * common + 0.05 * own.nextGaussian();
        double epochs = cell.variant().equals("oneHot") && seed % 3 == 0
                ? 41
                : 20 + Math.rint(6 * own.nextGaussian()) - 60 * smooth;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("ece", ece);
        metrics.put("nll", seed == 5 && cell.variant().equals("teacher") ? Double.POSITIVE_INFINITY : nll);
        metrics.put("accuracy", accuracy);
        metrics.put("epochs", epochs);
        if (cell.variant().equals("oneHot") || cell.variant().equals("smoothed")) {
            metrics.put("margin<b>", 4 - 10 * smooth + own.nextGaussian());
        }
        List<Double> x = new ArrayList<>();
        List<Double> loss = new ArrayList<>();
        for (int step = 0; step < 400; step += 5) {
            x.add((double) step);
            loss.add(2.3 * Math.exp(-step / (60 + 200 * smooth)) + nll * 0.5 + 0.05 * own.nextGaussian());
        }
        return trial(
                "label-smoothing",
                cell,
                seed,
                metrics,
                List.of(new Curve("loss", x, loss)),
                seed == 0 ? SampleFigures.draw(own) : List.of(),
                null);
    }

    private static TrialRecord samplingTrial(Cell cell, int seed) {
        RandomStream own = RandomStream.of(cell.toString().hashCode() * 77L + seed);
        double length = Double.parseDouble(cell.levels().get("length"));
        double factor = cell.variant().equals("hmc") ? 0.3 : cell.variant().equals("gibbs") ? 0.9 : 1;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("sdError", 3 * factor * Math.pow(length, -0.5) * Math.exp(0.3 * own.nextGaussian()));
        metrics.put("millis", 0.02 * length * factor * Math.exp(0.1 * own.nextGaussian()));
        return trial("mcmc-vs-vi", cell, seed, metrics, List.of(), List.of(), null);
    }

    static TrialRecord trial(
            String experiment,
            Cell cell,
            int seed,
            Map<String, Double> metrics,
            List<Curve> curves,
            List<DrawnFigure> figures,
            @Nullable Failure failure) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                experiment,
                cell.variant(),
                cell.levels(),
                seed,
                failure == null ? Status.OK : Status.FAILED,
                metrics,
                curves,
                figures,
                failure,
                1.5,
                Effort.QUICK,
                "PyTorch");
    }
}
