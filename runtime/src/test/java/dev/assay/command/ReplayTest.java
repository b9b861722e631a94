package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.LedgerContent;
import dev.assay.record.TrialRecord;
import dev.assay.worker.CoinsHarness;
import dev.assay.worker.LosersHarness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run that stands in a directory is asked afterwards: is it so still, and what would be run. */
@Timeout(120)
class ReplayTest {
    private static final String TRIAL = "coins/biased(tosses=40,chance=0.9)/1";
    private static final String NAME = "coins/biased(chance=0.9, tosses=40)/1";

    @TempDir
    Path directory;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int assay(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Assay.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int run(String experiment, int seeds, String... more) {
        String[] arguments = new String[7 + more.length];
        System.arraycopy(
                new String[] {"run", experiment, "--quiet", "--seeds", "" + seeds, "--out", directory.toString()},
                0,
                arguments,
                0,
                7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return assay(arguments);
    }

    private void rewrite(UnaryOperator<String> change) throws IOException {
        Path file = directory.resolve(LedgerContent.FILE);
        String text = Files.readString(file);
        String changed = change.apply(text.replaceAll("\"crc\":\"[0-9a-f]{8}\",", ""));
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    private TrialRecord record() throws IOException {
        return LedgerContent.read(directory.resolve(LedgerContent.FILE)).trials().stream()
                .filter(trial -> trial.key().toString().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void replaySaysWhetherATrialGivesTheSameAndElseTheFirstThatDiffers() throws IOException {
        assertThat(run(CoinsHarness.ID, 2)).isEqualTo(ExitCode.DONE);

        assertThat(assay("replay", directory.toString(), TRIAL)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .isEqualTo(NAME + " is identical: 1 metrics and 1 curve points are the same bit for bit, timings aside."
                        + System.lineSeparator());

        double heads = record().metrics().getOrDefault("heads", Double.NaN);
        rewrite(text -> text.replace("\"heads\":" + heads + "}", "\"heads\":" + Math.nextUp(heads) + "}"));
        assertThat(assay("replay", directory.toString(), TRIAL)).isEqualTo(ExitCode.REGRESSION);
        assertThat(out.toString())
                .contains(NAME + " differs: metric 'heads' was " + Math.nextUp(heads) + " and is " + heads + ".");

        double point = record().curves().get(0).y().get(0);
        rewrite(text -> text.replace("\"heads\":" + Math.nextUp(heads) + "}", "\"heads\":" + heads + "}")
                .replace("\"x\":[40.0],\"y\":[" + point + "]", "\"x\":[40.0],\"y\":[" + (point + 1) + "]"));
        assertThat(assay("replay", directory.toString(), TRIAL)).isEqualTo(ExitCode.REGRESSION);
        assertThat(out.toString())
                .contains(
                        "differs: curve 'heads' point 0 was (40.0, " + (point + 1) + ") and is (40.0, " + point + ")");

        assertThat(assay("replay", directory.toString(), "coins/biased(chance=0.9, tosses=40)/9"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("has no trial coins/biased(chance=0.9, tosses=40)/9; of coins it has the cells fair(")
                .contains("at seeds 0 to 1");
        assertThat(assay("replay", directory.toString(), "coins")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("'coins' names no trial; write experiment/variant/seed");
    }

    @Test
    void aFailedTrialFailsAgain() {
        assertThat(run(LosersHarness.ID, 1)).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(assay("replay", directory.toString(), "losers/throwing/0")).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(out.toString()).contains("losers/throwing/0 failed as it did before", "the towel");
    }

    @Test
    void dryRunSaysWhatWouldBeRunAndWhyAndTouchesNothing() throws IOException {
        assertThat(run(CoinsHarness.ID, 1, "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("coins +6 +0 +new").contains("6 trials would be run on MXNet");
        assertThat(directory).isEmptyDirectory();
        run(CoinsHarness.ID, 1);

        assertThat(run(CoinsHarness.ID, 1, "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("coins +0 +6 +unchanged");
        assertThat(run(CoinsHarness.ID, 3, "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("coins +12 +6 +seeds added: 3 instead of 1");
        assertThat(run(CoinsHarness.ID, 1, "--dry-run", "--fresh")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("coins +6 +0 +--fresh");

        rewrite(text -> text.replaceFirst(
                        "(\"" + CoinsHarness.class.getName() + "\"):\"[0-9a-f]{16}\"", "$1:\"0123456789abcdef\"")
                .replaceAll("\"provenance\":\"[0-9a-f]{16}\"", "\"provenance\":\"\""));
        Path file = directory.resolve(LedgerContent.FILE);
        String before = Files.readString(file);
        assertThat(run(CoinsHarness.ID, 1, "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("coins +6 +0 +code changed: dev.assay.worker.CoinsHarness");
        assertThat(file).hasContent(before);

        String lastTrial = before.substring(0, before.lastIndexOf("{\"kind\":\"trial\""));
        Files.writeString(file, lastTrial.replaceFirst("0123456789abcdef", fingerprintNow()));
        assertThat(run(CoinsHarness.ID, 1, "--dry-run")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("coins +1 +5 +1 not run yet");
    }

    private static String fingerprintNow() {
        try (var reader = dev.assay.provenance.ProvenanceReader.of(dev.assay.engine.EngineName.MXNET)) {
            var plan = dev.assay.worker.Catalogue.load().get(CoinsHarness.ID).plan();
            String name = CoinsHarness.class.getName();
            return reader.of(plan, name).classes().getOrDefault(name, "");
        }
    }

    @Test
    void failFastEndsTheRunAtTheFirstFailure() throws IOException {
        assertThat(run(LosersHarness.ID, 4, "--fail-fast", "--workers", "1")).isEqualTo(ExitCode.INCOMPLETE);

        assertThat(err.toString()).contains("stopped at the first trial that failed, after 2 of 8");
        assertThat(LedgerContent.read(directory.resolve(LedgerContent.FILE)).trials())
                .hasSize(2);
        assertThat(directory.resolve("index.html")).exists();
    }
}
