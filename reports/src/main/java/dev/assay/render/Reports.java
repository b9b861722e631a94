package dev.assay.render;

import dev.assay.estimate.Observations;
import dev.assay.judge.FalseDiscovery;
import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.record.LedgerContent;
import dev.assay.record.PlanLine;
import dev.assay.record.RecordJson;
import dev.assay.record.RunInfo;
import dev.assay.record.TrialRecord;
import dev.assay.render.draw.Drawing;
import dev.assay.render.draw.ExperimentDrawings;
import dev.assay.render.html.Pages;
import dev.assay.render.json.BencherJson;
import dev.assay.render.json.ReportJson;
import dev.assay.render.junit.JunitXml;
import dev.assay.render.markdown.Summary;
import dev.assay.report.ExperimentReport;
import dev.assay.report.FigureReport;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a run directory's ledger into its report: {@code report.json}, {@code index.html} and a page an experiment, and what
 * other programs read: {@code summary.md}, {@code junit.xml} and {@code bencher.json}.
 */
public final class Reports {
    /** The report's name in a run directory. */
    public static final String JSON = "report.json";

    /** The name of the summary for a pull request. */
    public static final String SUMMARY = "summary.md";

    /** The name of the verdicts as CI servers read test results. */
    public static final String JUNIT = "junit.xml";

    /** The name of the estimates in Bencher Metric Format. */
    public static final String BENCHER = "bencher.json";

    private static final String RUN = "run.json";
    private static final Pattern FILE_SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private Reports() {}

    /**
     * Reads the ledger of a run directory, writes the report into it, and returns what was judged.
     *
     * @throws IOException if the ledger cannot be read or a file cannot be written
     * @throws IllegalArgumentException if the ledger holds what cannot be reported; the message says what and where
     */
    public static SuiteReport render(Path directory) throws IOException {
        try {
            return renderAll(directory);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (IllegalArgumentException failed) {
            throw original(failed);
        }
    }

    /** What another thread threw comes wrapped in a copy of itself, whose message is the original's class and message. */
    private static IllegalArgumentException original(IllegalArgumentException failed) {
        return failed.getCause() instanceof IllegalArgumentException original
                        && original.toString().equals(failed.getMessage())
                ? original
                : failed;
    }

    private static SuiteReport renderAll(Path directory) throws IOException {
        System.setProperty("java.awt.headless", "true");
        LedgerContent ledger = LedgerContent.read(directory.resolve(LedgerContent.FILE));
        Pages pages = new Pages(directory, run(directory));
        Map<String, Observations> observations = observations(ledger);
        Map<String, List<Judgement>> judgements = judged(observations);
        List<ExperimentReport> reports = observations.values().parallelStream()
                .map(experiment -> render(
                        directory,
                        experiment,
                        judgements.getOrDefault(experiment.plan().id(), List.of()),
                        pages))
                .toList();
        SuiteReport suite = SuiteReport.of(reports);
        pages.finish(suite);
        Files.writeString(directory.resolve(SUMMARY), Summary.write(suite));
        Files.writeString(directory.resolve(JUNIT), JunitXml.write(suite));
        Files.writeString(directory.resolve(BENCHER), BencherJson.write(suite));
        Files.writeString(directory.resolve(JSON), ReportJson.write(suite));
        return suite;
    }

    /**
     * Judges the ledger of a run directory, and neither draws nor writes anything; so the figures have no files.
     *
     * @throws IOException if the ledger cannot be read
     * @throws IllegalArgumentException if the ledger holds what cannot be reported; the message says what and where
     */
    public static SuiteReport judge(Path directory) throws IOException {
        try {
            return judgeAll(directory);
        } catch (IllegalArgumentException failed) {
            throw original(failed);
        }
    }

    private static SuiteReport judgeAll(Path directory) throws IOException {
        LedgerContent ledger = LedgerContent.read(directory.resolve(LedgerContent.FILE));
        Map<String, Observations> observations = observations(ledger);
        Map<String, List<Judgement>> judgements = judged(observations);
        return SuiteReport.of(observations.values().stream()
                .map(experiment -> ExperimentReport.of(
                        experiment.line(),
                        experiment,
                        judgements.getOrDefault(experiment.plan().id(), List.of()),
                        List.of()))
                .toList());
    }

    /** The trials of each experiment, by id. */
    private static Map<String, Observations> observations(LedgerContent ledger) {
        Map<String, List<TrialRecord>> trials =
                ledger.trials().stream().collect(Collectors.groupingBy(TrialRecord::experiment));
        Map<String, Observations> observations = new TreeMap<>();
        ledger.plans()
                .forEach((id, line) -> observations.put(
                        id, Observations.of(line, ledger.history(id), trials.getOrDefault(id, List.of()))));
        return observations;
    }

    private static Map<String, List<Judgement>> judged(Map<String, Observations> observations) {
        return FalseDiscovery.across(observations.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        experiment -> Judge.claims(
                                experiment.getValue(),
                                experiment.getValue().line().effort()))));
    }

    private static ExperimentReport render(
            Path directory, Observations observations, List<Judgement> judgements, Pages pages) {
        try {
            return write(directory, observations, judgements, pages);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ExperimentReport write(
            Path directory, Observations observations, List<Judgement> judgements, Pages pages) throws IOException {
        PlanLine line = observations.line();
        String id = line.experiment();
        if (!FILE_SAFE.matcher(id).matches()) {
            throw new IllegalArgumentException("the ledger in " + directory + " has an experiment '" + id
                    + "', whose page cannot have that name; an id is made of letters, digits, '-' and '_'");
        }
        ExperimentDrawings drawings =
                ExperimentDrawings.draw(Files.createDirectories(directory.resolve(id)), observations);
        List<FigureReport> figures = drawings.figures().stream()
                .flatMap(row -> row.drawings().stream()
                        .map(part -> new FigureReport(
                                row.title(),
                                part.cell(),
                                part.drawing() instanceof Drawing.Nothing ? "" : id + "/index.html#" + part.id())))
                .toList();
        ExperimentReport report = ExperimentReport.of(line, observations, judgements, figures);
        pages.write(line, report, drawings);
        return report;
    }

    private static @Nullable RunInfo run(Path directory) throws IOException {
        Path file = directory.resolve(RUN);
        return Files.exists(file) ? RecordJson.read(Files.readString(file), RunInfo.class) : null;
    }
}
