package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Verdict;
import dev.assay.record.Failure;
import dev.assay.render.json.BencherJson;
import dev.assay.render.json.ReportJson;
import dev.assay.render.junit.JunitXml;
import dev.assay.render.markdown.Summary;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.FailureReport;
import dev.assay.report.SuiteReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
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
import org.w3c.dom.Element;

/** The forms of a report that other programs read. */
final class OtherFormsTest {
    private static final String HOSTILE =
            "]]> <script>alert('x')</script> | **bold** `code` [a](javascript:alert(1)) @everyone #1"
                    + " \u0000\u001b\uD800\uFFFF https://evil.example www.evil.example\n\n"
                    + "# heading & \"quoted\" 𝔘";

    @TempDir
    static Path directory;

    private static SuiteReport suite = SuiteReport.of(List.of());

    @BeforeAll
    static void judge() throws IOException {
        SampleRun.write(directory, SampleRun.lines());
        suite = Reports.judge(directory);
    }

    /** The sample with a claim of each verdict, whose names and reasons are hostile. */
    private static SuiteReport hostile() {
        ExperimentReport sample = suite.experiments().get(1);
        ClaimReport claim = sample.claims().get(0);
        List<ClaimReport> claims = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            claims.add(new ClaimReport(
                    HOSTILE + verdict,
                    HOSTILE,
                    claim.metric(),
                    verdict,
                    HOSTILE,
                    claim.exploratory(),
                    claim.evidence()));
        }
        return SuiteReport.of(List.of(with(
                sample,
                claims,
                List.of(new FailureReport(
                        sample.cells().get(0).cell(), 3, Failure.Cause.EXCEPTION, HOSTILE, HOSTILE)))));
    }

    private static ExperimentReport with(
            ExperimentReport sample, List<ClaimReport> claims, List<FailureReport> failures) {
        return new ExperimentReport(
                sample.id(),
                sample.question(),
                HOSTILE,
                sample.asks(),
                sample.answer(),
                sample.effort(),
                sample.engine(),
                sample.seeds(),
                sample.trials(),
                sample.looks(),
                sample.extended(),
                sample.missing(),
                sample.baseline(),
                sample.metrics(),
                sample.cells(),
                sample.contrasts(),
                sample.improvements(),
                claims,
                sample.figures(),
                failures);
    }

    @Test
    void aReportIsReadAsItWasWritten() {
        String written = ReportJson.write(suite);
        assertThat(ReportJson.write(ReportJson.read(written))).isEqualTo(written);
    }

    @Test
    void whatIsNoReportIsNotReadAsOne() {
        String written = ReportJson.write(suite);
        for (String other : List.of(
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"format\": 1, \"experiments\": null}",
                "{\"format\": 1, \"verdicts\": {}, \"experiments\": [{}]}",
                written + "{}",
                written.replaceFirst("\"baseline\"", "\"basis\""),
                written.replaceFirst("\"engine\" : \"PyTorch\"", "\"engine\" : null"),
                written.replaceFirst("\"mean\" : [0-9.]+", "\"mean\" : \"low\""))) {
            assertThatIllegalArgumentException()
                    .as(other.substring(0, Math.min(80, other.length())))
                    .isThrownBy(() -> ReportJson.read(other));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportJson.read(written.replaceFirst("\"format\" : 1", "\"format\" : 9")))
                .withMessageContaining("format 9");
    }

    @Test
    void theSmallestMarginOfAClaimIsItsMetrics() {
        assertThat(suite.experiments().get(1).metrics())
                .filteredOn(metric -> metric.margin() > 0)
                .extracting(metric -> metric.name() + " " + metric.margin())
                .containsExactly("nll 0.05", "accuracy 0.02");
        // A ratio and a bound on a slope are no differences in the metric's unit.
        assertThat(suite.experiments().get(0).metrics())
                .allSatisfy(metric -> assertThat(metric.margin()).isZero());
    }

    @Test
    void theSummaryHasARowForEveryClaimAndWhatFailed() {
        String summary = Summary.write(suite);
        assertThat(summary.lines().filter(line -> line.startsWith("| **")))
                .hasSize(9)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(6));
        assertThat(summary).startsWith("## Assay: ").contains("1 failed").contains("supported");
        assertThat(summary).contains("mixup(trainingSet=250)&#35;3: diverged").contains("loss became NaN at step 81");
        assertThat(summary)
                .containsPattern("\\| smoothed\\(epsilon=0\\.1\\) beats oneHot on ece \\| \\+0\\.0\\d+ &#91;");
    }

    @Test
    void theSummaryShowsHostileTextAsText() {
        String summary = Summary.write(hostile());
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
        String summary = Summary.write(SuiteReport.of(List.of(with(sample, claims, failures))));
        assertThat(summary).hasSizeLessThan(65_536).contains("200 more claims").contains("990 more failed trials");
        assertThat(summary).contains("refuted");
    }

    @Test
    void everySuiteKeepsToSurefiresSchema() throws Exception {
        Element root = parse(JunitXml.write(suite));
        assertThat(root.getTagName()).isEqualTo("testsuites");
        List<Element> suites = children(root);
        assertThat(suites).hasSize(2);
        for (Element element : suites) {
            assertSurefire(element);
        }
        Element smoothing = suites.get(1);
        assertThat(smoothing.getAttribute("name")).isEqualTo("label-smoothing");
        assertThat(smoothing.getAttribute("tests")).isEqualTo("6");
    }

    @Test
    void aVerdictIsATestResult() throws Exception {
        Element suiteElement = children(parse(JunitXml.write(hostile()))).get(0);
        assertSurefire(suiteElement);
        assertThat(suiteElement.getAttribute("tests")).isEqualTo("5");
        assertThat(suiteElement.getAttribute("failures")).isEqualTo("1");
        assertThat(suiteElement.getAttribute("errors")).isEqualTo("1");
        assertThat(suiteElement.getAttribute("skipped")).isEqualTo("2");
        List<Element> cases = children(suiteElement);
        assertThat(cases.subList(1, 6))
                .extracting(testCase -> children(testCase).get(0).getTagName())
                .containsExactly("system-out", "failure", "skipped", "error", "skipped");
        String legal = HOSTILE.replace("\u0000\u001b\uD800\uFFFF", "\uFFFD\uFFFD\uFFFD\uFFFD");
        Element failure = children(cases.get(2)).get(0);
        assertThat(failure.getAttribute("message").replaceAll("\\s", " "))
                .isEqualTo(("refuted: " + legal).replaceAll("\\s", " "));
        assertThat(failure.getAttribute("type")).isEqualTo("REFUTED");
        assertThat(failure.getTextContent()).contains(" against oneHot");
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static Set<String> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName())
                .collect(java.util.stream.Collectors.toSet());
    }

    /** The rules of surefire-test-report.xsd for what is used of it: order, required and known attributes, counts. */
    private static void assertSurefire(Element suiteElement) {
        assertThat(suiteElement.getTagName()).isEqualTo("testsuite");
        assertThat(attributes(suiteElement))
                .containsExactlyInAnyOrder("name", "time", "tests", "errors", "skipped", "failures");
        assertThat(suiteElement.getAttribute("time")).matches("[0-9]{0,3}(\\.[0-9]{0,3})?");
        List<Element> parts = children(suiteElement);
        assertThat(parts.get(0).getTagName()).isEqualTo("properties");
        assertThat(children(parts.get(0))).allSatisfy(property -> {
            assertThat(property.getTagName()).isEqualTo("property");
            assertThat(attributes(property)).containsExactlyInAnyOrder("name", "value");
        });
        List<Element> cases = parts.subList(1, parts.size());
        assertThat(suiteElement.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
        assertThat(cases).allSatisfy(testCase -> {
            assertThat(testCase.getTagName()).isEqualTo("testcase");
            assertThat(attributes(testCase)).containsExactlyInAnyOrder("name", "classname", "time");
            assertThat(children(testCase)).hasSize(1);
            Element result = children(testCase).get(0);
            assertThat(children(result)).isEmpty();
            assertThat(attributes(result))
                    .isEqualTo(
                            switch (result.getTagName()) {
                                case "failure", "error" -> Set.of("message", "type");
                                case "skipped" -> Set.of("message");
                                case "system-out" -> Set.of();
                                default -> throw new AssertionError(result.getTagName());
                            });
        });
    }

    @Test
    void bencherGetsTheMeanAndItsIntervalOfEveryMetric() throws IOException {
        JsonNode json = new ObjectMapper().readTree(BencherJson.write(suite));
        JsonNode measure = json.path("label-smoothing/smoothed(epsilon=0.1, trainingSet=250)")
                .path("ece");
        assertThat(measure.path("value").isNumber()).isTrue();
        assertThat(measure.path("lower_value").asDouble())
                .isLessThan(measure.path("value").asDouble());
        assertThat(measure.path("upper_value").asDouble())
                .isGreaterThan(measure.path("value").asDouble());
        // The published schema: objects of objects of objects with a required number and two optional ones.
        assertThat(json).hasSize(3 * 3 + (1 + 3 + 1) * 2 + 1); // the teacher ignores the factor
        json.forEach(benchmark -> {
            assertThat(benchmark.isObject() && !benchmark.isEmpty()).isTrue();
            benchmark.forEach(metric -> {
                assertThat(metric.path("value").isNumber()).isTrue();
                metric.fieldNames()
                        .forEachRemaining(name -> assertThat(name).isIn("value", "lower_value", "upper_value"));
                metric.forEach(value -> assertThat(value.isNumber()).isTrue());
            });
        });
    }
}
