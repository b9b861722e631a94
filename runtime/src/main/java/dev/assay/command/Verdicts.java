package dev.assay.command;

import dev.assay.engine.EngineName;
import dev.assay.render.Agreement;
import dev.assay.render.Reports;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The end of a run: its report is written, and each claim's verdict printed. */
final class Verdicts {
    private Verdicts() {}

    /**
     * Judges the ledger in a run's directory, writes the report there, and prints the verdicts and where it is.
     *
     * @throws IOException if the ledger cannot be read or reported, or the report cannot be written
     */
    static void write(Path directory, PrintWriter out) throws IOException {
        SuiteReport suite = render(directory);
        Table table = new Table("EXPERIMENT", "CLAIM", "VERDICT", "BECAUSE");
        for (ExperimentReport experiment : suite.experiments()) {
            for (ClaimReport claim : experiment.claims()) {
                table.add(
                        experiment.id(),
                        claim.claim(),
                        claim.verdict().words().toUpperCase(Locale.ROOT) + (claim.exploratory() ? ", exploratory" : ""),
                        claim.because());
            }
        }
        table.lines().forEach(out::println);
        out.println(
                "Report: " + directory.resolve("index.html").toAbsolutePath().normalize());
    }

    /**
     * Judges the ledger in a run's directory and writes nothing.
     *
     * @throws IOException if the ledger cannot be read or reported
     */
    static SuiteReport judge(Path directory) throws IOException {
        try {
            return Reports.judge(directory);
        } catch (IllegalArgumentException corrupt) {
            throw new IOException(corrupt.getMessage(), corrupt);
        }
    }

    /** Writes the page on where two engines agree, and says where it is. */
    static void agreement(Path directory, List<EngineName> engines, PrintWriter to) throws IOException {
        try {
            Agreement.render(
                    directory, engines.stream().map(EngineName::djlName).toList());
        } catch (IllegalArgumentException incomparable) {
            throw new IOException(incomparable.getMessage(), incomparable);
        }
        to.println("Where the engines agree: " + directory.resolve("agreement.html"));
    }

    private static SuiteReport render(Path directory) throws IOException {
        try {
            return Reports.render(directory);
        } catch (IllegalArgumentException corrupt) {
            throw new IOException(corrupt.getMessage(), corrupt);
        } catch (IOException unwritable) {
            throw new IOException(
                    "cannot write the report into " + directory + ": " + unwritable.getMessage()
                            + "; make room and run 'assay report " + directory + "'",
                    unwritable);
        }
    }
}
