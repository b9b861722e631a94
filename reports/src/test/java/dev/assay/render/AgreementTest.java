package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.judge.Verdict;
import dev.assay.record.LedgerLine;
import dev.assay.record.PlanLine;
import dev.assay.record.TrialRecord;
import dev.assay.report.AgreementReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgreementTest {
    /** The sample as another engine might have run it: ECE higher by 0.001 and a seed's worth, smoothed ECE by 0.2. */
    static void otherEngine(Path directory) throws IOException {
        SampleRun.write(
                directory, SampleRun.lines().stream().map(AgreementTest::other).toList());
    }

    private static LedgerLine other(LedgerLine line) {
        if (line instanceof PlanLine plan) {
            return new PlanLine(
                    plan.format(),
                    plan.experiment(),
                    plan.effort(),
                    "MXNet",
                    plan.seeds(),
                    plan.provenance(),
                    plan.plan(),
                    plan.source());
        }
        TrialRecord trial = (TrialRecord) line;
        Map<String, Double> metrics = new LinkedHashMap<>(trial.metrics());
        double more = trial.variant().equals("smoothed") ? 0.2 : 0.001 * (1 + trial.seed());
        metrics.computeIfPresent("ece", (name, value) -> value + more);
        return new TrialRecord(
                trial.format(),
                trial.experiment(),
                trial.variant(),
                trial.levels(),
                trial.seed(),
                trial.status(),
                metrics,
                trial.curves(),
                trial.figures(),
                trial.failure(),
                trial.seconds(),
                trial.effort(),
                "MXNet");
    }

    @TempDir
    static Path directory;

    private static AgreementReport report = new AgreementReport(AgreementReport.FORMAT, "", "", List.of(), List.of());

    @BeforeAll
    static void render() throws IOException {
        SampleRun.write(directory.resolve("PyTorch"), SampleRun.lines());
        otherEngine(directory.resolve("MXNet"));
        report = Agreement.render(directory, List.of("PyTorch", "MXNet"));
    }

    private static AgreementReport.Value value(AgreementReport report, String cell, String metric) {
        return report.experiments().stream()
                .flatMap(experiment -> experiment.values().stream())
                .filter(value ->
                        value.cell().toString().equals(cell) && value.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pairsTheEnginesSeedBySeed() {
        AgreementReport.Value ece = value(report, "oneHot(trainingSet=250)", "ece");
        // The differences are 0.001 to 0.010: mean 0.0055, standard deviation sqrt(55/6)/1000, t(9) 2.262157.
        assertThat(ece.difference().mean()).isCloseTo(0.0055, within(1e-12));
        assertThat(ece.interval().halfWidth())
                .isCloseTo(2.262157 * Math.sqrt(55.0 / 6) / 1000 / Math.sqrt(10), within(1e-8));
        assertThat(ece.differs()).isTrue();
        assertThat(ece.identical()).isZero();
        AgreementReport.Value accuracy = value(report, "oneHot(trainingSet=250)", "accuracy");
        assertThat(accuracy.isIdentical()).isTrue();
        assertThat(accuracy.differs()).isFalse();
        assertThat(value(report, "mixup(trainingSet=250)", "ece").missing()).isZero();
        assertThat(value(report, "mixup(trainingSet=250)", "ece").difference().n())
                .isEqualTo(9);
        assertThat(value(report, "teacher", "nll").missing())
                .as("an infinite value")
                .isEqualTo(1);
    }

    @Test
    void namesTheClaimsThatCameOutOtherwise() throws IOException {
        assertThat(report.experiments().get(1).claims())
                .filteredOn(claim -> claim.first() != claim.second())
                .extracting(claim -> claim.claim() + ": " + claim.first() + ", " + claim.second())
                .containsExactly(
                        "smoothed(epsilon=0.1) beats oneHot on ece: " + Verdict.SUPPORTED + ", " + Verdict.REFUTED,
                        "every variant has ece at most 0.2: " + Verdict.SUPPORTED + ", " + Verdict.REFUTED);
        assertThat(Files.readString(directory.resolve("agreement.html")))
                .contains("2 of 10 claims have another verdict on MXNet")
                .contains("identical");
        assertThat(Files.readString(directory.resolve("index.html")))
                .contains("href=\"MXNet/index.html\"")
                .contains("href=\"PyTorch/index.html\"");
        JsonNode json =
                new ObjectMapper().readTree(directory.resolve(Agreement.JSON).toFile());
        assertThat(json.path("format").asInt()).isEqualTo(AgreementReport.FORMAT);
        assertThat(json.at("/experiments/1/claims/0/second").asText()).isEqualTo("refuted");
        assertThat(json.at("/experiments/1/values/0/difference/mean").asDouble())
                .isCloseTo(0.0055, within(1e-9));
    }

    @Test
    void writesWhatItsSchemaDescribes() throws IOException {
        assertThat(Schemas.violations("agreement.schema.json", directory.resolve(Agreement.JSON)))
                .isEmpty();
        Path wrong = Files.writeString(
                directory.resolve("wrong.json"),
                Files.readString(directory.resolve(Agreement.JSON)).replace("\"alone\"", "\"lonely\""));
        assertThat(Schemas.violations("agreement.schema.json", wrong)).hasSize(2);
    }

    @Test
    void anExperimentOfOneEngineIsNamedAlone(@TempDir Path other) throws IOException {
        SampleRun.write(other.resolve("PyTorch"), SampleRun.lines());
        SampleRun.write(
                other.resolve("MXNet"),
                SampleRun.lines().stream()
                        .filter(line -> !line.experiment().equals("mcmc-vs-vi"))
                        .map(AgreementTest::other)
                        .toList());
        AgreementReport partial = Agreement.render(other, List.of("PyTorch", "MXNet"));
        assertThat(partial.alone()).containsExactly("mcmc-vs-vi");
        assertThat(partial.experiments()).hasSize(1);
    }

    @Test
    void agreementIsBetweenTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.render(directory, List.of("PyTorch")))
                .withMessageContaining("two engines");
    }
}
