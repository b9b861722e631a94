package dev.assay.command;

import dev.assay.gate.Gate;
import dev.assay.gate.GateReport;
import dev.assay.gate.GateText;
import dev.assay.gate.StoredReport;
import dev.assay.record.LedgerContent;
import dev.assay.render.Reports;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay check}. */
@Command(
        name = "check",
        description = "Compares a run with the stored report of an earlier one.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it passes",
            "1:a claim is refuted, or a metric is worse with statistical support",
            "2:wrong usage, or the two cannot be compared",
            "3:the run is incomplete"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the directory that 'assay run' wrote")
    private Path directory = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "FILE",
            required = true,
            description = "the report.json of the run to compare with")
    private Path against = Path.of("");

    @Option(names = "--markdown", paramLabel = "FILE", description = "where to write what changed as Markdown, too")
    private @Nullable Path markdown;

    @Override
    public Integer call() throws IOException {
        GateReport report = Gate.compare(run(), StoredReport.read(against));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<List<String>> rows = GateText.rows(report);
        if (!rows.isEmpty()) {
            Table table = new Table(GateText.HEADINGS.toArray(String[]::new));
            rows.forEach(row -> table.add(row.toArray(String[]::new)));
            table.lines().forEach(out::println);
        }
        GateText.lines(report).forEach(out::println);
        if (markdown != null) {
            Files.writeString(markdown, GateText.markdown(report));
        }
        return switch (report.outcome()) {
            case PASS -> ExitCode.DONE;
            case REGRESSION -> ExitCode.REGRESSION;
            case INCOMPLETE -> ExitCode.INCOMPLETE;
        };
    }

    /** What the ledger says, for a run that was stopped has an old report or none; without a ledger, the report. */
    private SuiteReport run() throws IOException {
        if (!Files.exists(directory.resolve(LedgerContent.FILE))) {
            return StoredReport.read(directory.resolve(Reports.JSON));
        }
        try {
            return StoredReport.asStored(Reports.judge(directory));
        } catch (IllegalArgumentException corrupt) {
            throw new IOException(corrupt.getMessage(), corrupt);
        }
    }
}
