package dev.assay.gate;

import static dev.assay.judge.Phrases.number;
import static dev.assay.judge.Phrases.signed;

import dev.assay.estimate.Moments;
import dev.assay.judge.Phrases;
import dev.assay.judge.Verdict;
import dev.assay.render.markdown.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate found, in words. */
public final class GateText {
    /** The headings above {@link #rows}. */
    public static final List<String> HEADINGS = List.of("WHAT", "STORED", "NOW", "CHANGE", "P", "RESULT");

    private GateText() {}

    /** What changed, one row each and what keeps the run from passing first; as many entries as there are headings. */
    public static List<List<String>> rows(GateReport report) {
        List<List<String>> failing = new ArrayList<>();
        List<List<String>> other = new ArrayList<>();
        report.claims().forEach(claim -> (claim.isRegression() ? failing : other).add(row(claim)));
        report.moved().forEach(metric -> (metric.isRegression() ? failing : other).add(row(metric)));
        failing.addAll(other);
        return failing;
    }

    private static List<String> row(ClaimChange change) {
        return List.of(
                change.experiment() + ": " + change.claim(),
                words(change.stored(), "new"),
                words(change.now(), "withdrawn"),
                "",
                "",
                change.isRegression() ? "REFUTED" : "verdict changed");
    }

    private static String words(@Nullable Verdict verdict, String otherwise) {
        return verdict == null ? otherwise : verdict.words();
    }

    private static List<String> row(MetricChange change) {
        String unit =
                change.metric().unit().isEmpty() ? "" : " " + change.metric().unit();
        return List.of(
                change.experiment() + "/" + change.cell() + ": "
                        + change.metric().name(),
                mean(change.stored(), unit),
                mean(change.now(), unit),
                signed(change.now().mean() - change.stored().mean())
                        + (change.metric().margin() > 0
                                ? " (margin " + number(change.metric().margin()) + ")"
                                : ""),
                Phrases.p(change.p()),
                change.movement() == Movement.BETTER
                        ? "better"
                        : change.isRegression() ? "WORSE" : "worse, but times do not decide");
    }

    private static String mean(Moments moments, String unit) {
        return number(moments.mean()) + unit + " (sd " + number(moments.sd()) + ", n = " + moments.n() + ")";
    }

    /** What the run lacks, and the outcome as the last line. */
    public static List<String> lines(GateReport report) {
        List<String> lines = new ArrayList<>();
        report.incomplete().forEach(what -> lines.add("incomplete: " + what));
        long worse =
                report.metrics().stream().filter(MetricChange::isRegression).count();
        long better = report.moved().stream()
                .filter(change -> change.movement() == Movement.BETTER)
                .count();
        long refuted =
                report.claims().stream().filter(ClaimChange::isRegression).count();
        lines.add(switch (report.outcome()) {
                    case PASS -> "PASS";
                    case REGRESSION -> "REGRESSION";
                    case INCOMPLETE -> "INCOMPLETE";
                }
                + ": " + report.metrics().size() + " metrics compared, " + worse + " worse, " + better + " better; "
                + refuted + (refuted == 1 ? " claim" : " claims") + " refuted");
        return lines;
    }

    /** The same as GitHub's Markdown, with every name shown as text. */
    public static String markdown(GateReport report) {
        List<String> lines = lines(report);
        StringBuilder text = new StringBuilder("## Assay check: " + MarkdownText.escape(lines.get(lines.size() - 1)));
        text.append('\n');
        if (lines.size() > 1) {
            text.append('\n');
        }
        lines.subList(0, lines.size() - 1)
                .forEach(line ->
                        text.append("- ").append(MarkdownText.escape(line)).append('\n'));
        List<List<String>> rows = rows(report);
        if (!rows.isEmpty()) {
            text.append('\n').append(MarkdownText.head("what", "stored", "now", "change", "p", "result"));
            rows.forEach(row -> text.append(
                    MarkdownText.row(row.stream().map(MarkdownText::escape).toList())));
        }
        return text.toString();
    }
}
