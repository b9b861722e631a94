package dev.assay.record;

import static dev.assay.record.LedgerFile.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedLedgerTest {
    private final LedgerFile ledger;

    DamagedLedgerTest(@TempDir Path directory) {
        ledger = LedgerFile.in(directory);
    }

    @Test
    void leavesOutALineTornAnywhere() throws IOException {
        String whole = lines(Samples.ok("dropout", 1, 1));
        String last = RecordJson.write(Samples.ok("dropout", 2, 2));

        for (int length = 0; length <= last.length(); length += 7) {
            LedgerContent content = ledger.read(whole + last.substring(0, length));

            assertThat(content.trials()).containsExactly(Samples.ok("dropout", 1, 1));
            assertThat(content.intact()).isEqualTo(whole.length());
        }
        assertThat(ledger.read(whole + last).intact()).isEqualTo(whole.length());
        assertThat(ledger.read(whole + last + "\n").trials()).hasSize(2);
    }

    @Test
    void countsBytesNotLetters() throws IOException {
        TrialRecord failed = Samples.failed(new Failure(Failure.Cause.CRASH, "größer → ∞ 𝔼", "", ""));
        String text = lines(failed);

        LedgerContent content = ledger.read(text + "{\"kind\":\"ü");

        assertThat(content.intact()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(content.trials()).containsExactly(failed);
    }

    @Test
    void namesACorruptLineByItsNumber() {
        String good = lines(Samples.ok("dropout", 1, 1));
        String next = lines(Samples.ok("dropout", 2, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read(good + "{\"kind\":\"trial\",\n" + good))
                .withMessageStartingWith(ledger.path() + ", line 2 is not a LedgerLine: ")
                .withMessageEndingWith("; restore the line or remove it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read(good + next + "\n" + good))
                .withMessageContaining(", line 3 is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read("null\n" + good))
                .withMessageContaining(", line 1 is");
    }

    @Test
    void refusesTwoRecordsOnOneLine() {
        String good = RecordJson.write(Samples.ok("dropout", 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read(good + good + "\n"))
                .withMessageContaining(", line 1 is");
    }

    @Test
    void refusesALineThatIsNoUtf8() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String line = RecordJson.write(Samples.failed(new Failure(Failure.Cause.CRASH, "#", "", "")));
        bytes.writeBytes((line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] garbled = bytes.toByteArray();
        garbled[line.length() + 1 + line.indexOf('#')] = (byte) 0xc3;
        Files.write(ledger.path(), garbled);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerContent.read(ledger.path()))
                .withMessage(ledger.path() + ", line 2 is not UTF-8; restore the line or remove it");
    }

    @Test
    void refusesAnotherFormatEvenIfItsLinesAreShapedOtherwise() {
        String good = RecordJson.write(Samples.ok("dropout", 1, 1));
        String later = good.replace("\"format\":2", "\"format\":3");

        for (String line : List.of(later, later.replace("\"seed\":1", "\"seeds\":[1]"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ledger.read(good + "\n" + line + "\n"))
                    .withMessageStartingWith(
                            ledger.path() + ", line 2 is of format 3, but this version reads format 2");
        }
    }

    @Test
    void everyBitThatTurnsIsNoticedOrTakesTheLastLineAway() throws IOException {
        String text = LedgerText.write(Samples.ok("dropout", 1, 1)) + "\n"
                + LedgerText.write(Samples.ok("none", 1, 0.5)) + "\n";
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);

        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(ledger.path(), flipped);
            if (bit / 8 == whole.length - 1) { // without its line break, the last line is a torn one
                assertThat(LedgerContent.read(ledger.path()).trials()).containsExactly(Samples.ok("dropout", 1, 1));
            } else {
                assertThatIllegalArgumentException()
                        .as("bit %s of byte %s", bit % 8, bit / 8)
                        .isThrownBy(() -> LedgerContent.read(ledger.path()))
                        .withMessageMatching("(?s).*, line [12] .*");
            }
        }
    }

    @Test
    void namesTheTwoLinesOfOneTrialWithTwoOutcomes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read(
                        lines(Samples.plan("dropout-rate"), Samples.ok("dropout", 1, 1), Samples.ok("dropout", 1, 1))))
                .withMessageStartingWith(
                        ledger.path() + ", line 3 is trial dropout-rate/dropout(batch=8, rate=0.5)/1 again, which"
                                + " line 2 has the outcome of");
    }

    @Test
    void namesTheTwoLinesOfTwoEffortsOrEngines() {
        PlanLine plan = Samples.plan("a");
        PlanLine full = new PlanLine(
                plan.format(),
                "b",
                dev.assay.Effort.FULL,
                plan.engine(),
                plan.seeds(),
                plan.provenance(),
                plan.plan(),
                plan.source());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read(lines(plan, Samples.plan("c"), full)))
                .withMessageStartingWith(
                        ledger.path() + ", line 3 is of full effort on MXNet, but line 1 is of quick effort on MXNet");
    }

    @Test
    void namesTheTwoLinesOfOneExperimentWithDifferentCode() {
        PlanLine plan = Samples.plan("dropout-rate");
        Provenance other =
                new Provenance("other", java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), "1.9.1", 1);
        TrialRecord ours = Samples.ok("dropout", 1, 1).of(plan.provenance());
        TrialRecord others = Samples.ok("dropout", 2, 1).of(other);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.read(lines(plan, ours, others)))
                .withMessageStartingWith(
                        ledger.path() + ", line 3 and line 1 are of dropout-rate with different code, data or"
                                + " engine version (" + other.fingerprint() + " and "
                                + plan.provenance().fingerprint() + ")");
    }
}
