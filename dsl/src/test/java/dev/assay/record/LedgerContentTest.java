package dev.assay.record;

import static dev.assay.dsl.Assay.that;
import static dev.assay.record.LedgerFile.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.Effort;
import dev.assay.dsl.StakedClaim;
import dev.assay.plan.Draft;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerContentTest {
    private final LedgerFile ledger;

    LedgerContentTest(@TempDir Path directory) {
        ledger = LedgerFile.in(directory);
    }

    @Test
    void emptyFileHoldsNothing() throws IOException {
        assertThat(ledger.read("")).isEqualTo(new LedgerContent(java.util.Map.of(), List.of(), 0));
    }

    @Test
    void missingFileIsAnError() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> LedgerContent.read(ledger.path()));
    }

    @Test
    void readsPlansAndTrialsInTheirOrder() throws IOException {
        TrialRecord first = Samples.ok("dropout", 1, 1);
        TrialRecord second = Samples.ok("dropout", 0, 2);
        String text = lines(Samples.plan("b"), first, Samples.plan("a"), second);

        LedgerContent content = ledger.read(text);

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

        LedgerContent content =
                ledger.read(lines(failed, Samples.ok("dropout", 2, 2), again, Samples.ok("none", 1, 3)));

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

        assertThat(ledger.read(lines(Samples.plan("a"), again)).plans()).containsOnly(java.util.Map.entry("a", again));
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

        PlanHistory history = ledger.read(
                        lines(line(10, null, first), line(10, null, second), trial, line(10, null, second, late)))
                .history("dropout-rate");

        assertThat(history.staked())
                .containsExactlyInAnyOrder(
                        first.plan().sentence(), second.plan().sentence());
        assertThat(history.extended()).isEmpty();
    }

    @Test
    void tellsAtHowManySeedsAFixedPlanWasRunBeforeMoreWereAskedFor() throws IOException {
        TrialRecord trial = Samples.ok("dropout", 1, 1);
        assertThat(ledger.read(lines(line(5, null), line(10, null), trial, line(20, null), line(30, null)))
                        .history("dropout-rate")
                        .extended())
                .containsExactly(10, 20);
        assertThat(ledger.read(lines(line(10, List.of(10, 20)), trial, line(20, List.of(10, 20))))
                        .history("dropout-rate")
                        .extended())
                .isEmpty();
        assertThat(ledger.read(lines(line(10, null), trial, line(10, List.of(10, 20)), line(20, List.of(10, 20))))
                        .history("dropout-rate")
                        .extended())
                .containsExactly(10);
    }

    @Test
    void looksAreAscendingAndHoldTheNumberOfSeeds() throws IOException {
        PlanLine line = line(15, List.of(10, 15, 30));
        assertThat(ledger.read(lines(line)).plans().get("dropout-rate")).isEqualTo(line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(10, List.of(10, 10)))
                .withMessageContaining("[10, 10]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(12, List.of(10, 15)))
                .withMessageContaining("12 seeds");
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

        LedgerContent content = ledger.read(lines(large, Samples.ok("none", 1, 1)));

        assertThat(content.intact()).isGreaterThan(7_000_000);
        assertThat(content.trials()).containsExactly(large, Samples.ok("none", 1, 1));
    }
}
