package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Verdict;
import dev.assay.record.LedgerContent;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .matches("Smoothed \\(ε = 0\\.1\\) lowered ECE from 0\\.\\d{3} with one hot to 0\\.\\d{3} at training"
                        + " set 250 \\(−0\\.\\d{3}, 95 % interval −0\\.\\d{3}…−0\\.\\d{3}, 10 seeds\\)\\. Of 6"
                        + " claims, 3 supported, 1 refuted and 2 inconclusive\\.");
    }

    @Test
    void writesWhatItsSchemaDescribes() throws IOException {
        assertThat(Schemas.violations("report.schema.json", directory.resolve(Reports.JSON)))
                .isEmpty();
    }

    /** Other processes, for a class that was loaded under one locale may have kept what it said. */
    @Test
    void writesTheSameBytesInAnyLocaleTimeZoneEncodingAndOrderOfRecords(@TempDir Path turkish, @TempDir Path egyptian)
            throws IOException, InterruptedException {
        // In Turkish a capital I is no i, in Egypt digits are other characters, and Chatham is 12:45 h ahead.
        Process one = elsewhere(
                turkish,
                "8",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=ISO-8859-9");
        Process two = elsewhere(
                egyptian,
                "9",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.extensions=nu-arab",
                "-Duser.timezone=America/St_Johns");
        assertThat(List.of(one.waitFor(), two.waitFor())).containsOnly(0);
        Map<String, String> expected = contents(directory);
        for (Path other : List.of(turkish, egyptian)) {
            Map<String, String> written = contents(other);
            assertThat(written.keySet()).isEqualTo(expected.keySet());
            assertThat(written.keySet())
                    .allSatisfy(name -> assertThat(written.get(name)).as(name).isEqualTo(expected.get(name)));
        }
    }

    private static Process elsewhere(Path other, String order, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(SampleRun.class.getName(), other.toString(), order));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Every file but the ledger, whose order is another. */
    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(LedgerContent.FILE))
                    .toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
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
    void halfASurrogatePairNeitherStopsTheReportNorGetsIntoIt(@TempDir Path other) throws IOException {
        SampleRun.write(other, SampleRun.lines());
        Path ledger = other.resolve(LedgerContent.FILE);
        Files.writeString(
                ledger,
                Files.readString(ledger)
                        .replace("loss became NaN", "loss \\ud83d became \\udcff NaN \\ud83d\\ude00")
                        .replace("Label smoothing", "Label \\ud800smoothing")
                        .replace("margin<b>", "margin\\udfff"));
        Reports.render(other);
        for (String name : List.of("report.json", "summary.md", "junit.xml", "bencher.json", "index.html")) {
            assertThat(decoded(other.resolve(name))).as(name).doesNotContainPattern("\\p{Cs}");
        }
        assertThat(decoded(other.resolve("summary.md"))).contains("loss \uFFFD became \uFFFD NaN \uD83D\uDE00");
        assertThat(decoded(other.resolve("report.json")))
                .contains("\"Label \uFFFDsmoothing\"")
                .contains("loss \uFFFD became \uFFFD NaN \uD83D\uDE00")
                .contains("\"margin\uFFFD\"");
        assertThat(decoded(other.resolve("junit.xml"))).contains("Label \uFFFDsmoothing");
        assertThat(decoded(other.resolve("label-smoothing/index.html")))
                .contains("Label \uFFFDsmoothing")
                .contains("loss \uFFFD became \uFFFD NaN \uD83D\uDE00");
        assertThat(Schemas.violations("report.schema.json", other.resolve("report.json")))
                .isEmpty();
    }

    /** The text of a file, which is UTF-8 to the last byte. */
    private static String decoded(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
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

    @Test
    void saysWhichLineOfTheLedgerIsNotAsItWasWritten(@TempDir Path other) throws IOException {
        SampleRun.write(other, SampleRun.lines());
        Path ledger = other.resolve("trials.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(ledger));
        lines.set(20, lines.get(20).substring(0, lines.get(20).length() / 2));
        Files.write(ledger, lines);
        for (ThrowingCallable reading :
                List.<ThrowingCallable>of(() -> Reports.render(other), () -> Reports.judge(other))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(reading)
                    .withMessageStartingWith(ledger + ", line 21 ")
                    .withMessageContaining("restore");
        }
    }
}
