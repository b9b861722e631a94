package dev.assay.render.junit;

import dev.assay.judge.Verdict;
import dev.assay.plan.Cell;
import dev.assay.report.ClaimReport;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}: a test suite an experiment, a test case a claim. A refuted claim is a failure with the evidence
 * as its text, an invalid one an error; an inconclusive one and one that was not judged are skipped, with the reason.
 *
 * <p>Each suite keeps to the schema of Maven's Surefire reports, the form that most CI servers read (<a
 * href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">surefire-test-report.xsd</a>);
 * {@code testsuites} around them is what Ant's JUnitReport writes. Times are 0, for a claim takes none of its own.
 */
public final class JunitXml {
    private static final String NO_TIME = "0";

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The report as XML with a final line break. */
    public static String write(SuiteReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml).suites(report);
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("cannot write a report as XML", unwritable);
        }
        return text + "\n";
    }

    private void suites(SuiteReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "assay");
        for (ExperimentReport experiment : report.experiments()) {
            suite(experiment);
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(ExperimentReport experiment) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", experiment.id());
        attribute("time", NO_TIME);
        attribute("tests", String.valueOf(experiment.claims().size()));
        attribute("failures", count(experiment, Verdict.REFUTED));
        attribute("errors", count(experiment, Verdict.INVALID));
        attribute("skipped", count(experiment, Verdict.INCONCLUSIVE, Verdict.NOT_JUDGED));
        line(2);
        xml.writeStartElement("properties");
        property("title", experiment.title());
        property("effort", experiment.effort().name().toLowerCase(java.util.Locale.ROOT));
        property("engine", experiment.engine());
        property("seeds", String.valueOf(experiment.seeds()));
        property("trials", String.valueOf(experiment.trials()));
        property("failed trials", String.valueOf(experiment.failures().size()));
        property("missing trials", String.valueOf(experiment.missing()));
        line(2);
        xml.writeEndElement();
        for (ClaimReport claim : experiment.claims()) {
            testCase(experiment, claim);
        }
        line(1);
        xml.writeEndElement();
    }

    private void testCase(ExperimentReport experiment, ClaimReport claim) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("name", claim.claim());
        attribute("classname", experiment.id());
        attribute("time", NO_TIME);
        switch (claim.verdict()) {
            case SUPPORTED -> text("system-out", claim, evidence(claim));
            case REFUTED -> text("failure", claim, evidence(claim));
            case INVALID -> text("error", claim, evidence(claim));
            case INCONCLUSIVE, NOT_JUDGED -> text("skipped", claim, "");
        }
        line(2);
        xml.writeEndElement();
    }

    /** What became of a claim; only a failure and an error have a type, and what is supported needs no message. */
    private void text(String element, ClaimReport claim, String text) throws XMLStreamException {
        line(3);
        xml.writeStartElement(element);
        if (claim.verdict() != Verdict.SUPPORTED) {
            attribute(
                    "message",
                    (claim.exploratory() ? "exploratory, " : "")
                            + claim.verdict().words() + ": " + claim.because());
        }
        if (claim.verdict() == Verdict.REFUTED || claim.verdict() == Verdict.INVALID) {
            attribute("type", claim.verdict().name());
        }
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static String evidence(ClaimReport claim) {
        return claim.evidence().stream()
                .map(part -> side(part.comparison().that())
                        + (part.comparison().other().isEmpty()
                                ? ""
                                : " against " + side(part.comparison().other()))
                        + ": " + part.verdict().words() + ", " + part.because())
                .collect(Collectors.joining("\n"));
    }

    private static String side(List<Cell> cells) {
        return cells.stream().map(Cell::toString).collect(Collectors.joining(" & "));
    }

    private static String count(ExperimentReport experiment, Verdict... verdicts) {
        List<Verdict> counted = List.of(verdicts);
        return String.valueOf(experiment.claims().stream()
                .filter(claim -> counted.contains(claim.verdict()))
                .count());
    }

    private void property(String name, String value) throws XMLStreamException {
        line(3);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML 1.0 has no way to write most control characters, lone surrogates, U+FFFE and U+FFFF. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF);
    }
}
