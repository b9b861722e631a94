package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.LedgerContent;
import dev.assay.worker.CoinsHarness;
import dev.assay.worker.LosersHarness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class CommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int assay(String... arguments) {
        return Assay.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private void assertRefused(String... arguments) {
        assertThat(assay(arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("assay: "));
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "run coinz | there is no experiment 'coinz'. Did you mean 'coins'?",
                "run coins --engine Torch | there is no engine 'Torch'. Did you mean 'PyTorch'?",
                "run coins --effort quik | there is no effort 'quik'. Did you mean 'quick'?",
                "run coins --engin MXNet | did you mean '--engine'?",
                "run coins --seeds 0 | a run has at least 1 seed, not 0",
                "run coins --seeds many | 'many' is not an int",
                "run coins --workers 0 | a run has at least 1 worker, not 0",
                "runn | did you mean 'run'?",
                "report | DIR",
                "check | DIR",
                "check run | --against",
                "check run --agains base.json | --against",
            })
    void wrongWordsAreRefusedInOneLine(String words, String expected) {
        Path untouched = directory.resolve("out");

        assertRefused((words + (words.startsWith("run ") ? " --out " + untouched : "")).split(" ", -1));

        assertThat(err.toString()).contains(expected);
        assertThat(untouched).doesNotExist();
    }

    @Test
    void noCommandIsRefusedInOneLine() {
        assertRefused();

        assertThat(err.toString()).contains("list, run, report, check or replay");
    }

    @Test
    void aForeignDirectoryIsLeftAsItIs() throws IOException {
        Path thesis = Files.writeString(directory.resolve("thesis.txt"), "years of work");

        assertRefused("run", "coins", "--fresh", "--out", directory.toString());

        assertThat(err.toString()).contains("holds files but no run of Assay");
        assertThat(directory).isDirectoryContaining(thesis::equals);
        assertThat(directory.toFile().list()).hasSize(1);
        assertThat(thesis).hasContent("years of work");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");

        assertRefused("run", "coins", "--out", file.toString());
        assertThat(file).hasContent("text");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");

        assertRefused("run", "coins", "--out", file.resolve("below").toString());
        assertThat(err.toString()).contains("cannot write to " + file.resolve("below"));
    }

    @Test
    void aDirectoryWithoutALedgerHasNoReport() {
        assertRefused("report", directory.toString());
        assertThat(err.toString()).contains("holds no run of Assay");
    }

    @Test
    void listSaysWhatThereIs() {
        assertThat(assay("list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(CoinsHarness.ID, "7", "Fair and biased coins", "6 × 6", "Does a biased coin"));
    }

    @Test
    void runEndsWithVerdictsAndTheReportsPath() throws IOException {
        Path run = directory.resolve("a directory with blanks");

        assertThat(assay("run", "coins", "--seeds", "5", "--out", run.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains(run.resolve("index.html").toString());
        assertThat(err.toString()).contains("30/30 trials");
        assertThat(LedgerContent.read(run.resolve(LedgerContent.FILE)).trials()).hasSize(5 * CoinsHarness.CELLS);
    }

    @Test
    void failedTrialsSayWhyAndGiveTheirOwnExitCode() {
        assertThat(assay(
                        "run",
                        LosersHarness.ID,
                        "--seeds",
                        "1",
                        "--quiet",
                        "--out",
                        directory.resolve("new").toString()))
                .isEqualTo(ExitCode.INCOMPLETE);

        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("assay: 1 of 2 trials failed"));
    }
}
