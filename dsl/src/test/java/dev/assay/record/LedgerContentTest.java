package dev.assay.record;

import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.Effort;
import dev.assay.dsl.StakedClaim;
import dev.assay.plan.Draft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerContentTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve(LedgerContent.FILE);
    }

    private LedgerContent read(String text) throws IOException {
        Files.writeString(file, text);
        return LedgerContent.read(file);
    }

    private static String lines(LedgerLine... lines) {
        StringBuilder text = new StringBuilder();
        for (LedgerLine line : lines) {
            text.append(RecordJson.write(line)).append('\n');
        }
        return text.toString();
    }

    @Test
    void emptyFileHoldsNothing() throws IOException {
        assertThat(read("")).isEqualTo(new LedgerContent(java.util.Map.of(), List.of(), 0));
    }

    @Test
    void missingFileIsAnError() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> LedgerContent.read(file));
    }

    @Test
    void readsPlansAndTrialsInTheirOrder() throws IOException {
        TrialRecord first = Samples.ok("dropout", 1, 1);
        TrialRecord second = Samples.ok("dropout", 0, 2);
        String text = lines(Samples.plan("b"), first, Samples.plan("a"), second);

        LedgerContent content = read(text);

        assertThat(content.plans().keySet()).containsExactly("b", "a");
        assertThat(content.trials()).containsExactly(first, second);
        assertThat(content.intact()).isEqualTo(text.length());
    }

    @Test
    void theOutcomeOfAnotherTryReplacesAFailure() throws IOException {
        TrialRecord again = Samples.ok("dropout", 1, 5);
        TrialRecord failed = new TrialRecord(
                again.format(),
                again.experiment(),
                again.variant(),
                again.levels(),
                again.seed(),
                Status.FAILED,
                java.util.Map.of(),
                List.of(),
                List.of(),
                new Failure(Failure.Cause.CRASH, "gone", "", ""),
                1,
                again.effort(),
                again.engine());

        LedgerContent content = read(lines(failed, Samples.ok("dropout", 2, 2), again, Samples.ok("none", 1, 3)));

        assertThat(content.trials()).containsExactly(again, Samples.ok("dropout", 2, 2), Samples.ok("none", 1, 3));
    }

    @Test
    void lastPlanOfAnExperimentWins() throws IOException {
        PlanLine again = new PlanLine(
                LedgerLine.FORMAT,
                "a",
                dev.assay.Effort.QUICK,
                "MXNet",
                20,
                Samples.plan("a").provenance(),
                dev.assay.plan.Draft.sound().plan(),
                "");

        assertThat(read(lines(Samples.plan("a"), again)).plans()).containsOnly(java.util.Map.entry("a", again));
    }

    private static PlanLine line(int seeds, @Nullable List<Integer> looks, StakedClaim... claims) {
        return new PlanLine(
                LedgerLine.FORMAT,
                "dropout-rate",
                Effort.QUICK,
                "MXNet",
                seeds,
                Samples.plan("dropout-rate").provenance(),
                Draft.sound().claims(claims).plan(),
                "",
                looks);
    }

    @Test
    void tellsClaimsMadeBeforeTheFirstTrialFromLaterOnes() throws IOException {
        StakedClaim first = that("plain").beats("none").on("loss");
        StakedClaim second = that("plain").beats("none").on("millis");
        StakedClaim late = that("ceiling").beats("none").on("loss");
        TrialRecord trial = Samples.ok("dropout", 1, 1);

        PlanHistory history = read(lines(
                        line(10, null, first), line(10, null, second), trial, line(10, null, second, late)))
                .history("dropout-rate");

        assertThat(history.staked())
                .containsExactlyInAnyOrder(
                        first.plan().sentence(), second.plan().sentence());
        assertThat(history.extended()).isEmpty();
    }

    @Test
    void tellsAtHowManySeedsAFixedPlanWasRunBeforeMoreWereAskedFor() throws IOException {
        TrialRecord trial = Samples.ok("dropout", 1, 1);
        assertThat(read(lines(line(5, null), line(10, null), trial, line(20, null), line(30, null)))
                        .history("dropout-rate")
                        .extended())
                .containsExactly(10, 20);
        assertThat(read(lines(line(10, List.of(10, 20)), trial, line(20, List.of(10, 20))))
                        .history("dropout-rate")
                        .extended())
                .isEmpty();
        assertThat(read(lines(line(10, null), trial, line(10, List.of(10, 20)), line(20, List.of(10, 20))))
                        .history("dropout-rate")
                        .extended())
                .containsExactly(10);
    }

    @Test
    void looksAreAscendingAndHoldTheNumberOfSeeds() throws IOException {
        PlanLine line = line(15, List.of(10, 15, 30));
        assertThat(read(lines(line)).plans().get("dropout-rate")).isEqualTo(line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(10, List.of(10, 10)))
                .withMessageContaining("[10, 10]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(12, List.of(10, 15)))
                .withMessageContaining("12 seeds");
    }

    @Test
    void leavesOutALineTornAnywhere() throws IOException {
        String whole = lines(Samples.ok("dropout", 1, 1));
        String last = RecordJson.write(Samples.ok("dropout", 2, 2));

        for (int length = 0; length <= last.length(); length += 7) {
            LedgerContent content = read(whole + last.substring(0, length));

            assertThat(content.trials()).containsExactly(Samples.ok("dropout", 1, 1));
            assertThat(content.intact()).isEqualTo(whole.length());
        }
        assertThat(read(whole + last).intact()).isEqualTo(whole.length());
        assertThat(read(whole + last + "\n").trials()).hasSize(2);
    }

    @Test
    void countsBytesNotLetters() throws IOException {
        TrialRecord failed = Samples.failed(new Failure(Failure.Cause.CRASH, "größer → ∞ 𝔼", "", ""));
        String text = lines(failed);

        LedgerContent content = read(text + "{\"kind\":\"ü");

        assertThat(content.intact()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(content.trials()).containsExactly(failed);
    }

    @Test
    void namesACorruptLineByItsNumber() {
        String good = lines(Samples.ok("dropout", 1, 1));
        String next = lines(Samples.ok("dropout", 2, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(good + "{\"kind\":\"trial\",\n" + good))
                .withMessageStartingWith(file + ", line 2 is not a LedgerLine: ")
                .withMessageEndingWith("; restore the line or remove it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(good + next + "\n" + good))
                .withMessageContaining(", line 3 is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("null\n" + good))
                .withMessageContaining(", line 1 is");
    }

    @Test
    void refusesTwoRecordsOnOneLine() {
        String good = RecordJson.write(Samples.ok("dropout", 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(good + good + "\n"))
                .withMessageContaining(", line 1 is");
    }

    @Test
    void refusesALineThatIsNoUtf8() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String line = RecordJson.write(Samples.failed(new Failure(Failure.Cause.CRASH, "#", "", "")));
        bytes.writeBytes((line + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] garbled = bytes.toByteArray();
        garbled[line.length() + 1 + line.indexOf('#')] = (byte) 0xc3;
        Files.write(file, garbled);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerContent.read(file))
                .withMessage(file + ", line 2 is not UTF-8; restore the line or remove it");
    }

    @Test
    void refusesAnotherFormatEvenIfItsLinesAreShapedOtherwise() {
        String good = RecordJson.write(Samples.ok("dropout", 1, 1));
        String later = good.replace("\"format\":2", "\"format\":3");

        for (String line : List.of(later, later.replace("\"seed\":1", "\"seeds\":[1]"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(good + "\n" + line + "\n"))
                    .withMessageStartingWith(file + ", line 2 is of format 3, but this version reads format 2");
        }
    }

    @Test
    void readsALineOfManyMegabytes() throws IOException {
        List<Double> many = IntStream.range(0, 200_000).mapToObj(i -> i / 7.0).toList();
        TrialRecord large = new TrialRecord(
                LedgerLine.FORMAT,
                "e",
                "v",
                java.util.Map.of(),
                0,
                Status.FAILED,
                java.util.Map.of(),
                List.of(new Curve("loss", many, many)),
                List.of(),
                new Failure(Failure.Cause.EXCEPTION, "x".repeat(1_000_000), "", ""),
                1,
                dev.assay.Effort.QUICK,
                "MXNet");

        LedgerContent content = read(lines(large, Samples.ok("none", 1, 1)));

        assertThat(content.intact()).isGreaterThan(7_000_000);
        assertThat(content.trials()).containsExactly(large, Samples.ok("none", 1, 1));
    }

    @Test
    void everyBitThatTurnsIsNoticedOrTakesTheLastLineAway() throws IOException {
        String text = LedgerText.write(Samples.ok("dropout", 1, 1)) + "\n"
                + LedgerText.write(Samples.ok("none", 1, 0.5)) + "\n";
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);

        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            if (bit / 8 == whole.length - 1) { // without its line break, the last line is a torn one
                assertThat(LedgerContent.read(file).trials()).containsExactly(Samples.ok("dropout", 1, 1));
            } else {
                assertThatIllegalArgumentException()
                        .as("bit %s of byte %s", bit % 8, bit / 8)
                        .isThrownBy(() -> LedgerContent.read(file))
                        .withMessageMatching("(?s).*, line [12] .*");
            }
        }
    }

    @Test
    void namesTheTwoLinesOfOneTrialWithTwoOutcomes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(
                        lines(Samples.plan("dropout-rate"), Samples.ok("dropout", 1, 1), Samples.ok("dropout", 1, 1))))
                .withMessageStartingWith(
                        file + ", line 3 is trial dropout-rate/dropout(batch=8, rate=0.5)/1 again, which"
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
                .isThrownBy(() -> read(lines(plan, Samples.plan("c"), full)))
                .withMessageStartingWith(
                        file + ", line 3 is of full effort on MXNet, but line 1 is of quick effort on MXNet");
    }

    @Test
    void namesTheTwoLinesOfOneExperimentWithDifferentCode() {
        PlanLine plan = Samples.plan("dropout-rate");
        Provenance other =
                new Provenance("other", java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), "1.9.1", 1);
        TrialRecord ours = Samples.ok("dropout", 1, 1).of(plan.provenance());
        TrialRecord others = Samples.ok("dropout", 2, 1).of(other);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(lines(plan, ours, others)))
                .withMessageStartingWith(file + ", line 3 and line 1 are of dropout-rate with different code, data or"
                        + " engine version (" + other.fingerprint() + " and "
                        + plan.provenance().fingerprint() + ")");
    }
}
