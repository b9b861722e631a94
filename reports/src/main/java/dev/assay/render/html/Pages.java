package dev.assay.render.html;

import dev.assay.record.PlanLine;
import dev.assay.record.RunInfo;
import dev.assay.render.draw.ExperimentDrawings;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes the pages of a run directory and the style sheet. */
public final class Pages {
    private final Path directory;
    private final @Nullable RunInfo run;
    private final Map<String, IndexPage.Entry> entries = new ConcurrentHashMap<>();

    /**
     * Pages for a run directory.
     *
     * @param run what {@code run.json} says, or null if it is missing
     */
    public Pages(Path directory, @Nullable RunInfo run) {
        this.directory = directory;
        this.run = run;
    }

    /** Writes an experiment's page into its directory, which exists and holds its drawings; several threads may. */
    public void write(PlanLine line, ExperimentReport report, ExperimentDrawings drawings) throws IOException {
        List<ClaimRow> claims = new ArrayList<>();
        for (ClaimReport claim : report.claims()) {
            claims.add(new ClaimRow(
                    claim,
                    IntervalPlot.of(claim),
                    claim.evidence().stream()
                            .map(part -> EvidenceRow.of(part, line.plan().metric(claim.metric())))
                            .toList()));
        }
        entries.put(report.id(), new IndexPage.Entry(report, claims));
        Templates.write(
                directory.resolve(report.id()).resolve("index.html"),
                "experiment.jte",
                ExperimentPage.of(line, report, claims, drawings, run));
    }

    /** Writes the index over the pages written so far, and the style sheet. */
    public void finish(SuiteReport suite) throws IOException {
        List<IndexPage.Entry> sorted = suite.experiments().stream()
                .map(report -> Objects.requireNonNull(entries.get(report.id()), report.id()))
                .toList();
        Templates.write(
                directory.resolve("index.html"),
                "index.jte",
                new IndexPage(suite, sorted, SuitePart.of(suite.view()), run));
        Templates.writeStyle(directory);
    }
}
