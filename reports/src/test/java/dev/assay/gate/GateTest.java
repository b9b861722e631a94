package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Effort;
import dev.assay.RandomStream;
import dev.assay.judge.Verdict;
import dev.assay.plan.Cell;
import dev.assay.render.json.ReportJson;
import dev.assay.report.ExperimentReport;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GateTest {
    private static SuiteReport run(long seed, Runs.Shift... shifts) {
        return Runs.run(RandomStream.of(seed), shifts);
    }

    @Test
    void staysGreenOnNoise() {
        // Without any margin, so that every test of the family could be wrong; a margin only makes that rarer.
        long red = IntStream.range(0, 1000)
                .parallel()
                .filter(pair -> {
                    RandomStream random = RandomStream.of(20_000 + pair);
                    GateReport report = Gate.compare(Runs.withoutMargins(random), Runs.withoutMargins(random));
                    assertThat(report.metrics())
                            .hasSize(3 * 2 * 3)
                            .allSatisfy(change ->
                                    assertThat(change.metric().margin()).isZero());
                    return report.outcome() != Outcome.PASS;
                })
                .count();
        // Holm over 12 independent tests errs 1 − (1 − .05/12)¹² = 4.9 % of the time, 49 ± 7 in 1,000.
        assertThat(red).isBetween(49 - 17L, 49 + 17L);
    }

    @Test
    void isSilentAboutARunBesideItself() {
        GateReport report = Gate.compare(run(1), run(1));
        assertThat(report.outcome()).isEqualTo(Outcome.PASS);
        assertThat(GateText.rows(report)).isEmpty();
        assertThat(GateText.lines(report))
                .containsExactly("PASS: 18 metrics compared, 0 worse, 0 better; 0 claims refuted");
    }

    @Test
    void goesRedOnAPlantedRegression() {
        long found = IntStream.range(0, 200)
                .parallel()
                .filter(pair -> {
                    RandomStream random = RandomStream.of(21_000 + pair);
                    GateReport report = Gate.compare(
                            Runs.withoutMargins(random, new Runs.Shift("same", "loss", 3)),
                            Runs.withoutMargins(random));
                    return report.outcome() == Outcome.REGRESSION
                            && report.moved().stream()
                                    .filter(MetricChange::isRegression)
                                    .anyMatch(change -> change.cell().variant().equals("same")
                                            && change.metric().name().equals("loss"));
                })
                .count();
        // Three standard deviations at n = 10 a side: t is near 6.7 where 3.4 suffices.
        assertThat(found).isGreaterThanOrEqualTo(195);
    }

    @Test
    void knowsWhichDirectionIsWorse() {
        GateReport lower = Gate.compare(run(2, new Runs.Shift("old", "score", -9)), run(3));
        assertThat(lower.outcome()).isEqualTo(Outcome.REGRESSION);
        GateReport higher = Gate.compare(run(2, new Runs.Shift("same", "score", 9)), run(3));
        assertThat(higher.metrics())
                .filteredOn(change -> change.cell().variant().equals("same")
                        && change.metric().name().equals("score"))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.movement()).isEqualTo(Movement.BETTER));
    }

    @Test
    void letsAWorseningWithinTheMarginPass() {
        // Two standard deviations are plain to see, but the claim on score calls 3 no difference.
        assertThat(Gate.compare(run(4, new Runs.Shift("old", "score", -2)), run(5))
                        .outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(Gate.compare(run(4, new Runs.Shift("old", "loss", 2)), run(5))
                        .outcome())
                .isEqualTo(Outcome.REGRESSION);
    }

    @Test
    void showsATimeButDoesNotFailOnIt() {
        GateReport report = Gate.compare(run(6, new Runs.Shift("old", "millis", 50)), run(7));
        assertThat(report.moved()).hasSize(2);
        assertThat(report.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void goesRedOnARefutedClaim() {
        GateReport report = Gate.compare(run(8, new Runs.Shift("better", "loss", 20)), run(9));
        assertThat(report.outcome()).isEqualTo(Outcome.REGRESSION);
        assertThat(report.claims()).singleElement().satisfies(change -> {
            assertThat(change.stored()).isEqualTo(Verdict.SUPPORTED);
            assertThat(change.now()).isEqualTo(Verdict.REFUTED);
        });
        assertThat(GateText.rows(report).get(0))
                .contains("demo: better beats old on loss", "supported", "refuted", "REFUTED");
    }

    @Test
    void aRefutedClaimIsRedEvenIfItWasRefutedBefore() {
        SuiteReport refuted = run(8, new Runs.Shift("better", "loss", 20));
        assertThat(Gate.compare(refuted, refuted).outcome()).isEqualTo(Outcome.REGRESSION);
    }

    @Test
    void callsARunIncompleteThatLacksTrialsOrMeasurements() {
        SuiteReport stored = run(10);
        SuiteReport fewer = Runs.run("demo", Effort.QUICK, "MXNet", 9, RandomStream.of(11));
        assertThat(Gate.compare(fewer, stored).incomplete()).containsExactly("demo lacks 6 trials of its plan");
        assertThat(Gate.compare(SuiteReport.of(List.of()), stored).incomplete())
                .containsExactly("demo is in the stored report but was not run");
        GateReport renamed = Gate.compare(edited(stored, "\"score\"", "\"points\""), stored);
        assertThat(renamed.incomplete())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).startsWith("score of demo/"));
        GateReport moved = Gate.compare(edited(stored, "\"variant\" : \"same\"", "\"variant\" : \"equal\""), stored);
        assertThat(moved.incomplete()).hasSize(2).first().asString().contains("demo/same(size=1)");
        assertThat(moved.outcome()).isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void callsARunIncompleteWhoseValuesAreNoMoreFinite() {
        SuiteReport undefined = run(12, new Runs.Shift("old", "loss", Double.NaN));
        assertThat(Gate.compare(undefined, run(13)).incomplete())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("loss of demo/old(size=")
                        .endsWith("had 10 finite values in the stored report and has 0"));
    }

    private static SuiteReport edited(SuiteReport report, String from, String to) {
        return ReportJson.read(ReportJson.write(report).replace(from, to));
    }

    @Test
    void whatIsNewPasses() {
        ExperimentReport other = Runs.run("other", Effort.QUICK, "MXNet", 10, RandomStream.of(14))
                .experiments()
                .get(0);
        SuiteReport stored = run(15);
        SuiteReport both = SuiteReport.of(List.of(stored.experiments().get(0), other));
        GateReport report = Gate.compare(both, stored);
        assertThat(report.outcome()).isEqualTo(Outcome.PASS);
        assertThat(report.claims())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.stored()).isNull());
    }

    @Test
    void aConstantValueThatOnlyLostDigitsHasNotMoved() {
        SuiteReport stored = run(16);
        Map<String, String> last =
                Map.of("mean", "\"mean\" : 3.00000000001, \"sd\" : 0", "was", "\"mean\" : 3, \"sd\" : 0");
        String number = "\"mean\" : [0-9.]+,\\s+\"sd\" : [0-9.]+";
        String text = ReportJson.write(stored);
        SuiteReport before = ReportJson.read(text.replaceAll(number, last.get("was")));
        SuiteReport after = ReportJson.read(text.replaceAll(number, last.get("mean")));
        assertThat(Gate.compare(after, before).moved()).isEmpty();
        SuiteReport off = ReportJson.read(text.replaceAll(number, "\"mean\" : 3.001, \"sd\" : 0"));
        assertThat(Gate.compare(off, before).outcome()).isEqualTo(Outcome.REGRESSION);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        SuiteReport stored = run(17);
        assertThatThrownBy(() -> Gate.compare(Runs.run("demo", Effort.FULL, "MXNet", 10, RandomStream.of(1)), stored))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContaining("effort full")
                .hasMessageContaining("effort quick");
        assertThatThrownBy(
                        () -> Gate.compare(Runs.run("demo", Effort.QUICK, "PyTorch", 10, RandomStream.of(1)), stored))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContaining("PyTorch")
                .hasMessageContaining("MXNet");
        assertThatThrownBy(() -> Gate.compare(Runs.run("demo", Effort.SMOKE, "MXNet", 10, RandomStream.of(1)), stored))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContaining("smoke");
    }

    @Test
    void readsAReportFromAFileAlone(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("baseline.json"), ReportJson.write(run(18)));
        assertThat(Gate.compare(run(18), StoredReport.read(file)).outcome()).isEqualTo(Outcome.PASS);
        assertThatThrownBy(() -> StoredReport.read(directory.resolve("none.json")))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContaining("none.json");
        Path other = Files.writeString(directory.resolve("other.json"), "{\"format\": 2, \"experiments\": []}");
        assertThatThrownBy(() -> StoredReport.read(other))
                .isInstanceOf(IncomparableException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void putsWhatFailsFirstInItsMarkdown() {
        GateReport report = Gate.compare(
                run(19, new Runs.Shift("better", "score", 9), new Runs.Shift("same", "loss", 9)),
                Runs.run("demo", Effort.QUICK, "MXNet", 10, RandomStream.of(20)));
        String text = GateText.markdown(report);
        assertThat(text).startsWith("## Assay check: REGRESSION&#58; 18 metrics compared, 2 worse, ");
        List<String> table =
                text.lines().filter(line -> line.startsWith("| demo")).toList();
        assertThat(table.get(0)).endsWith("| WORSE |").contains(new Cell("same", Map.of("size", "1")).toString());
        assertThat(table)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(7));
    }
}
