package dev.assay.render.html;

import dev.assay.record.PlanLine;
import dev.assay.record.RunInfo;
import dev.assay.render.draw.ExperimentDrawings;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the pages of a run directory and the style sheet. */
public final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "dev.assay.render.html");
    private final Path directory;
    private final @Nullable RunInfo run;
    private final List<IndexPage.Entry> entries = new ArrayList<>();

    /**
     * Pages for a run directory.
     *
     * @param run what {@code run.json} says, or null if it is missing
     */
    public Pages(Path directory, @Nullable RunInfo run) {
        this.directory = directory;
        this.run = run;
    }

    /** Writes an experiment's page into its directory, which exists and holds its drawings. */
    public void write(PlanLine line, ExperimentReport report, ExperimentDrawings drawings) throws IOException {
        List<ClaimRow> claims = new ArrayList<>();
        for (ClaimReport claim : report.claims()) {
            claims.add(new ClaimRow(
                    claim,
                    IntervalPlot.of(claim),
                    claim.evidence().stream().map(EvidenceRow::of).toList()));
        }
        entries.add(new IndexPage.Entry(report, claims));
        write(
                directory.resolve(report.id()).resolve("index.html"),
                "experiment.jte",
                ExperimentPage.of(line, report, claims, drawings, run));
    }

    /** Writes the index over the pages written so far, and the style sheet. */
    public void finish(SuiteReport suite) throws IOException {
        List<IndexPage.Entry> sorted = suite.experiments().stream()
                .map(report -> entries.stream()
                        .filter(entry -> entry.report().id().equals(report.id()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        write(directory.resolve("index.html"), "index.jte", new IndexPage(suite, sorted, run));
        try (InputStream style = Objects.requireNonNull(
                Pages.class.getResourceAsStream("/dev/assay/render/style.css"), "the style sheet is in the jar")) {
            Files.write(directory.resolve("style.css"), style.readAllBytes());
        }
    }

    private void write(Path file, String template, Object page) throws IOException {
        StringOutput text = new StringOutput();
        templates.render(template, page, text);
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
