package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.judge.Verdict;
import dev.assay.render.markdown.Summary;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.FailureReport;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary for a pull request. */
final class SummaryTest {
    @TempDir
    static Path directory;

    private static SuiteReport suite = SuiteReport.of(List.of());

    @BeforeAll
    static void judge() throws IOException {
        suite = SampleRun.judged(directory);
    }

    @Test
    void theSummaryHasARowForEveryClaimAndWhatFailed() {
        String summary = Summary.write(suite);
        assertThat(summary.lines().filter(line -> line.startsWith("| **")))
                .hasSize(10)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(6));
        assertThat(summary).startsWith("## Assay: ").contains("1 failed").contains("supported");
        assertThat(summary).contains("mixup(trainingSet=250)&#35;3: diverged").contains("loss became NaN at step 81");
        assertThat(summary)
                .containsPattern("\\| smoothed\\(epsilon=0\\.1\\) beats oneHot on ece \\| \\+0\\.0\\d+ &#91;");
    }

    @Test
    void theSummaryShowsHostileTextAsText() {
        String summary = Summary.write(HostileReport.of(suite));
        Node document = Parser.builder().build().parse(summary);
        List<String> markup = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(Link link) {
                markup.add(link.getDestination());
            }
        });
        assertThat(markup).isNotEmpty().containsOnly("<!-- -->");
        assertThat(TextContentRenderer.builder().build().render(document))
                .contains("<script>alert('x')</script> | **bold** `code` [a](javascript:alert(1))");
        assertThat(summary).doesNotContain("@everyone").doesNotContain("://").doesNotContain("www.");
        assertThat(summary.lines().filter(line -> line.startsWith("| **")))
                .hasSize(Verdict.values().length)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(6));
    }

    @Test
    void theSummaryOfManyClaimsFitsAComment() {
        ExperimentReport sample = suite.experiments().get(1);
        List<ClaimReport> claims = IntStream.range(0, 50)
                .boxed()
                .flatMap(i -> sample.claims().stream())
                .toList();
        List<FailureReport> failures =
                java.util.Collections.nCopies(1000, sample.failures().get(0));
        String summary = Summary.write(SuiteReport.of(List.of(HostileReport.with(sample, claims, failures))));
        assertThat(summary).hasSizeLessThan(65_536).contains("200 more claims").contains("990 more failed trials");
        assertThat(summary).contains("refuted");
    }
}
