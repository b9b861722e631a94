package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide, the rules, the bad sources and the tests know the same ids. */
class DiagnosticsGuideTest {
    private static final Path GUIDE = Path.of("../DIAGNOSTICS.md");
    private static final Pattern ENTRY = Pattern.compile("### `([a-z-]+)`\\n(.*?)(?=\\n##|\\z)", Pattern.DOTALL);

    /** What no bad source can show by itself, with the test that shows it. */
    private static final Map<String, Path> SHOWN_OTHERWISE = Map.of(
            "harness-file", Path.of("src/test/java/dev/assay/processor/RoundsTest.java"),
            "processor-failed", Path.of("src/test/java/dev/assay/processor/RoundsTest.java"),
            "no-trial", Path.of("../dsl/src/test/java/dev/assay/dsl/ExperimentTest.java"));

    private static Map<String, String> entries() throws IOException {
        return ENTRY.matcher(Files.readString(GUIDE))
                .results()
                .collect(Collectors.toMap(entry -> entry.group(1), entry -> entry.group(2)));
    }

    @Test
    void hasAnEntryForEachIdAndForNoOther() throws IOException {
        assertThat(new TreeSet<>(entries().keySet())).isEqualTo(DiagnosticIds.all());
    }

    @Test
    void saysOfEachWhatIsWrongAndWhatIsRight() throws IOException {
        entries()
                .forEach((id, text) -> assertThat(text)
                        .as(id)
                        .matches(entry -> id.equals("processor-failed")
                                || (entry.contains("\n- Wrong: ") && entry.contains("\n- Right: "))));
    }

    @Test
    void linksASourceThatHasTheMistake() throws IOException {
        Pattern link = Pattern.compile("\\[source]\\(processor/src/test/resources/(bad/\\w+\\.java)\\)");
        for (Map.Entry<String, String> entry : entries().entrySet()) {
            if (SHOWN_OTHERWISE.containsKey(entry.getKey())) {
                continue;
            }
            Matcher matcher = link.matcher(entry.getValue().replaceAll("\\s+", " "));
            assertThat(matcher.find()).as("a source for %s", entry.getKey()).isTrue();
            assertThat(BadSource.read(matcher.group(1)).mistakes())
                    .as("mistakes of %s", matcher.group(1))
                    .extracting(BadSource.Mistake::id)
                    .contains(entry.getKey());
        }
    }

    @Test
    void linksEachKotlinSourceWhereItsMistakeIsExplained() throws IOException {
        Map<String, String> entries = entries();
        for (BadSource source : BadSource.in("kotlin/bad")) {
            assertThat(source.mistakes())
                    .as("entries that link %s", source)
                    .anyMatch(mistake ->
                            entries.getOrDefault(mistake.id(), "").contains("src/test/resources/" + source.file()));
        }
    }

    @Test
    void eachIdIsShownByABadSourceOrAnotherTest() throws IOException {
        Set<String> shown = new TreeSet<>();
        BadSource.all().forEach(source -> source.mistakes().forEach(mistake -> shown.add(mistake.id())));
        for (Map.Entry<String, Path> otherwise : SHOWN_OTHERWISE.entrySet()) {
            assertThat(Files.readString(otherwise.getValue())).contains(otherwise.getKey());
            shown.add(otherwise.getKey());
        }

        assertThat(shown).isEqualTo(DiagnosticIds.all());
    }
}
