package dev.assay.render.html;

import dev.assay.plan.Plan;
import dev.assay.record.PlanLine;
import dev.assay.record.Provenance;
import dev.assay.record.RunInfo;
import dev.assay.render.draw.Drawing;
import dev.assay.render.draw.ExperimentDrawings;
import dev.assay.report.ExperimentReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an experiment's page shows.
 *
 * @param report the numbers
 * @param prose the author's words on the experiment, as HTML
 * @param parts the author's words on variants and metrics
 * @param caveats what must be known before the verdicts are believed
 * @param claims the claims
 * @param heads the columns of the table of cells
 * @param cells its rows
 * @param contrasts contenders against the baseline
 * @param seeds a chart a metric
 * @param curves a chart a curve
 * @param plots the plots that the plan asks for
 * @param figures the figures of seed 0
 * @param provenance what its trials depend on
 * @param source the source text, or empty
 * @param run how it was run, or null if {@code run.json} is missing
 */
public record ExperimentPage(
        ExperimentReport report,
        String prose,
        List<VariantPart> parts,
        List<String> caveats,
        List<ClaimRow> claims,
        List<MetricHead> heads,
        List<CellRow> cells,
        List<ContrastRow> contrasts,
        List<Drawing> seeds,
        List<Drawing> curves,
        List<Drawing> plots,
        List<FigurePart> figures,
        Provenance provenance,
        String source,
        @Nullable RunInfo run) {
    public ExperimentPage {
        parts = List.copyOf(parts);
        caveats = List.copyOf(caveats);
        claims = List.copyOf(claims);
        heads = List.copyOf(heads);
        cells = List.copyOf(cells);
        contrasts = List.copyOf(contrasts);
        seeds = List.copyOf(seeds);
        curves = List.copyOf(curves);
        plots = List.copyOf(plots);
        figures = List.copyOf(figures);
    }

    static ExperimentPage of(
            PlanLine line,
            ExperimentReport report,
            List<ClaimRow> claims,
            ExperimentDrawings drawings,
            @Nullable RunInfo run) {
        Plan plan = line.plan();
        Stream<VariantPart> variants =
                plan.variants().stream().map(variant -> new VariantPart(variant.name(), variant.prose()));
        Stream<VariantPart> metrics =
                plan.metrics().stream().map(metric -> new VariantPart(metric.name(), metric.prose()));
        return new ExperimentPage(
                report,
                Markdown.html(plan.prose()),
                Stream.concat(variants, metrics)
                        .filter(part -> !part.prose().isBlank())
                        .map(part -> new VariantPart(part.name(), Markdown.html(part.prose())))
                        .toList(),
                Caveats.of(line, report),
                claims,
                plan.metrics().stream().map(MetricHead::of).toList(),
                report.cells().stream()
                        .map(cell -> CellRow.of(cell, plan.metrics()))
                        .toList(),
                report.contrasts().stream()
                        .map(contrast -> ContrastRow.of(contrast, plan.metric(contrast.metric())))
                        .toList(),
                drawings.seeds(),
                drawings.curves(),
                drawings.plots(),
                drawings.figures().stream()
                        .map(row -> new FigurePart(row.title(), Markdown.html(row.prose()), row.drawings()))
                        .toList(),
                line.provenance(),
                line.source(),
                run);
    }

    /** The claims that were staked before the first trial. */
    public List<ClaimRow> staked() {
        return claims.stream().filter(row -> !row.claim().exploratory()).toList();
    }

    /** The claims that were made with trials at hand. */
    public List<ClaimRow> exploratory() {
        return claims.stream().filter(row -> row.claim().exploratory()).toList();
    }

    /** Every number of every cell. */
    public List<NumbersRow> numbers() {
        return report.cells().stream()
                .flatMap(cell -> NumbersRow.of(cell).stream())
                .toList();
    }

    /** The first trial of the first cell, as it is named on the command line. */
    public String replay() {
        return report.id() + "/" + report.cells().get(0).cell() + "/0";
    }

    /** The command that runs the experiment like this. */
    public String rerun() {
        return "./assay run " + report.id() + " --engine " + report.engine() + " --effort "
                + report.effort().name().toLowerCase(Locale.ROOT) + " --seeds " + report.seeds() + " --out NEW";
    }

    /** The class of a chart of several panels, which takes the whole width of the page. */
    public static String width(Drawing drawing) {
        return drawing instanceof Drawing.Chart chart && chart.panels().size() > 1 ? "wide" : "narrow";
    }
}
