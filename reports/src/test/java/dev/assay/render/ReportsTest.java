package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.judge.Verdict;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportsTest {
    @TempDir
    static Path directory;

    private static SuiteReport suite = SuiteReport.of(List.of());

    @BeforeAll
    static void render() throws IOException {
        SampleRun.write(directory, SampleRun.lines());
        suite = Reports.render(directory);
    }

    @Test
    void returnsWhatTheFileSays() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(directory.resolve(Reports.JSON).toFile());
        assertThat(json.get("format").asInt()).isEqualTo(SuiteReport.FORMAT);
        assertThat(json.get("experiments")).hasSize(suite.experiments().size());
        assertThat(json.at("/verdicts/supported").asInt())
                .isEqualTo(suite.verdicts().get(Verdict.SUPPORTED));
        assertThat(suite.experiments().get(1).claims().get(0).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(suite.experiments().get(1).answer())
                .matches(
                        "Smoothed \\(ε = 0\\.1\\) lowered ECE from 0\\.\\d{3} with one hot to 0\\.\\d{3} at training set 250 "
                                + "\\(−0\\.\\d{3}, 95 % interval −0\\.\\d{3}…−0\\.\\d{3}, 10 seeds\\)\\. Of 6 claims, 3 supported, "
                                + "1 refuted and 2 inconclusive\\.");
    }

    @Test
    void writesWhatItsSchemaDescribes() throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                getClass().getResourceAsStream("/dev/assay/report.schema.json"), "the schema is in the jar")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(new ObjectMapper()
                                    .readTree(directory.resolve(Reports.JSON).toFile())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR"})
    void writesTheSameBytesInAnyLocaleTimeZoneAndOrderOfRecords(String language, @TempDir Path other)
            throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        try {
            SampleRun.write(other, SampleRun.shuffled(new Random(8)));
            Reports.render(other);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        Map<String, String> first = contents(directory);
        Map<String, String> second = contents(other);
        first.remove("trials.jsonl");
        second.remove("trials.jsonl");
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.keySet())
                .allSatisfy(name -> assertThat(second.get(name)).as(name).isEqualTo(first.get(name)));
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void showsHostileTextAsText() throws IOException {
        String page = Files.readString(directory.resolve("label-smoothing/index.html"));
        assertThat(page).doesNotContain("<script").doesNotContain("<img src=x").doesNotContain("javascript:");
        assertThat(page).contains("&lt;script&gt;alert(").contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(page).contains("margin&lt;b&gt;").doesNotContain("margin<b>");
    }

    @Test
    void needsNeitherScriptNorInlineStyleNorAnotherHost() throws IOException {
        for (String name : List.of("index.html", "label-smoothing/index.html", "mcmc-vs-vi/index.html")) {
            String page = Files.readString(directory.resolve(name));
            assertThat(page).doesNotContainPattern("<style|<script|<iframe|\\sstyle=|<[^>]*\\son[a-z]+=");
            assertThat(page).doesNotContainPattern("(src|srcset|data)=\"(https?:|data:|//)");
        }
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        Pattern link = Pattern.compile("(?:href|src|srcset)=\"([^\"#:]+)[\"#]");
        for (String name : List.of("index.html", "label-smoothing/index.html", "mcmc-vs-vi/index.html")) {
            Path page = directory.resolve(name);
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                Path target = page.resolveSibling(matcher.group(1)).normalize();
                if (!target.getFileName().toString().equals(Reports.JSON)) {
                    assertThat(target).exists();
                }
            }
        }
    }

    @Test
    void drawsEveryCellOfEveryChartIntoThePage() throws IOException {
        String page = Files.readString(directory.resolve("label-smoothing/index.html"));
        assertThat(page.length()).isLessThan(1_000_000);
        // 11 cells of 10 seeds on four metrics, 8 of them on a fifth; one trial failed, one value is infinite.
        assertThat(count(page, "class=\"seed ")).isEqualTo((4 * 11 + 8) * 10 - 4 - 1);
        assertThat(page).doesNotContain("NaN%").doesNotContain("Infinity");
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> pictures =
                    files.filter(file -> file.toString().endsWith(".png")).toList();
            assertThat(pictures)
                    .hasSize(22)
                    .allSatisfy(picture ->
                            assertThat(ImageIO.read(picture.toFile())).isNotNull());
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void altTextsSayWhatWasFound() throws IOException {
        String page = Files.readString(directory.resolve("label-smoothing/index.html"));
        assertThat(page)
                .containsPattern(
                        "aria-label=\"ECE at every seed\\. Best mean: smoothed\\([^\"]+\\) 0\\.03\\d+ \\(95 % interval")
                .containsPattern("aria-label=\"Smoothed \\(ε = 0\\.1\\) has lower ECE than one hot: supported\\.");
    }

    @Test
    void tellsOfTheTrialThatFailed() throws IOException {
        assertThat(suite.experiments().get(1).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cell().toString()).isEqualTo("mixup(trainingSet=250)");
            assertThat(failure.seed()).isEqualTo(3);
        });
        assertThat(Files.readString(directory.resolve("label-smoothing/index.html")))
                .contains("loss became NaN at step 81");
    }

    @Test
    void refusesAnExperimentWhosePageWouldLieElsewhere(@TempDir Path other) throws IOException {
        SampleRun.write(other, SampleRun.lines());
        Path ledger = other.resolve("trials.jsonl");
        Files.writeString(ledger, Files.readString(ledger).replace("\"mcmc-vs-vi\"", "\"../elsewhere\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reports.render(other))
                .withMessageContaining("../elsewhere");
    }
}
