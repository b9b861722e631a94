package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.render.junit.JunitXml;
import dev.assay.report.SuiteReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The verdicts as CI servers read test results. */
final class JunitXmlTest {
    @TempDir
    static Path directory;

    private static SuiteReport suite = SuiteReport.of(List.of());

    @BeforeAll
    static void judge() throws IOException {
        suite = SampleRun.judged(directory);
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
        Element suiteElement =
                children(parse(JunitXml.write(HostileReport.of(suite)))).get(0);
        assertSurefire(suiteElement);
        assertThat(suiteElement.getAttribute("tests")).isEqualTo("5");
        assertThat(suiteElement.getAttribute("failures")).isEqualTo("1");
        assertThat(suiteElement.getAttribute("errors")).isEqualTo("1");
        assertThat(suiteElement.getAttribute("skipped")).isEqualTo("2");
        List<Element> cases = children(suiteElement);
        assertThat(cases.subList(1, 6))
                .extracting(testCase -> children(testCase).get(0).getTagName())
                .containsExactly("system-out", "failure", "skipped", "error", "skipped");
        String legal = HostileReport.TEXT.replace("\u0000\u001b\uD800\uFFFF", "\uFFFD\uFFFD\uFFFD\uFFFD");
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
}
