package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.worker.CoinsHarness;
import dev.assay.worker.LosersHarness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CheckTest {
    @TempDir
    static Path directory;

    private static Path run = Path.of("");
    private static String json = "";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void toss() throws IOException {
        run = directory.resolve("coins");
        PrintWriter nobody = new PrintWriter(new StringWriter());
        assertThat(Assay.execute(nobody, nobody, "run", CoinsHarness.ID, "--seeds", "5", "--out", run.toString()))
                .isEqualTo(ExitCode.DONE);
        json = Files.readString(run.resolve("report.json"));
    }

    private int check(Path runDirectory, String stored) throws IOException {
        Path file = Files.writeString(directory.resolve("baseline.json"), stored);
        return assay("check", runDirectory.toString(), "--against", file.toString());
    }

    private int assay(String... arguments) {
        return Assay.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private void assertRefused(int code, String why) {
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("assay: ").contains(why));
    }

    @Test
    void aRunPassesBesideItself() throws IOException {
        assertThat(check(run, json)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().strip()).isEqualTo("PASS: 6 metrics compared, 0 worse, 0 better; 0 claims refuted");
    }

    @Test
    void aReportPassesWithoutItsLedger() throws IOException {
        Path alone = Files.createDirectories(directory.resolve("alone"));
        Files.writeString(alone.resolve("report.json"), json);

        assertThat(check(alone, json)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aRunThatIsWorseFailsAndSaysWhere() throws IOException {
        Path markdown = directory.resolve("check.md");
        Path better = Files.writeString(
                directory.resolve("better.json"), json.replaceAll("\"mean\" : [01]\\.", "\"mean\" : 9."));

        assertThat(assay("check", run.toString(), "--against", better.toString(), "--markdown", markdown.toString()))
                .isEqualTo(ExitCode.REGRESSION);

        assertThat(out.toString())
                .startsWith("WHAT ")
                .contains("coins/fair(tosses=40): heads")
                .contains("WORSE")
                .contains("REGRESSION: 6 metrics compared, 6 worse");
        assertThat(markdown).content().contains("| coins/fair(tosses=40)&#58; heads |");
    }

    @Test
    void aRunWithFailedTrialsIsIncomplete() throws IOException {
        Path losers = directory.resolve("losers");
        assay("run", LosersHarness.ID, "--seeds", "2", "--quiet", "--out", losers.toString());

        assertThat(check(losers, json)).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(out.toString())
                .contains("incomplete: 2 trials of losers failed")
                .contains("incomplete: coins is in the stored report but was not run");
    }

    @Test
    void aRunThatWasStoppedIsIncompleteWhateverItsOldReportSays() throws IOException {
        Path stopped = Files.createDirectories(directory.resolve("stopped"));
        Files.writeString(stopped.resolve("report.json"), json);
        Files.write(
                stopped.resolve("trials.jsonl"),
                Files.readAllLines(run.resolve("trials.jsonl")).subList(0, 11));

        assertThat(check(stopped, json)).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(out.toString()).contains("coins lacks 20 trials of its plan");
    }

    @Test
    void anotherFileIsNoReport() throws IOException {
        assertRefused(check(run, "years of work"), "baseline.json is not a report of Assay");
    }

    @Test
    void aReportOfAnotherFormatIsRefused() throws IOException {
        assertRefused(check(run, json.replaceFirst("\"format\" : 1", "\"format\" : 7")), "format 7");
    }

    @Test
    void aReportOfAnotherEffortIsRefused() throws IOException {
        assertRefused(
                check(run, json.replace("\"effort\" : \"quick\"", "\"effort\" : \"full\"")),
                "coins was run at effort quick on MXNet, but the stored report has effort full");
    }

    @Test
    void aReportOfAnotherEngineIsRefused() throws IOException {
        assertRefused(check(run, json.replace("\"MXNet\"", "\"PyTorch\"")), "on PyTorch");
    }

    @Test
    void aDirectoryWithoutARunIsRefused() throws IOException {
        assertRefused(check(directory.resolve("nowhere"), json), "there is no file " + directory.resolve("nowhere"));
    }

    @Test
    void aBaselineThatIsNotThereIsRefused() {
        assertRefused(
                assay(
                        "check",
                        run.toString(),
                        "--against",
                        directory.resolve("none.json").toString()),
                "none.json");
    }
}
