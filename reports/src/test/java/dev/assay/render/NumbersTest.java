package dev.assay.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.render.json.BencherJson;
import dev.assay.render.json.ReportJson;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in numbers, for other programs. */
final class NumbersTest {
    @TempDir
    static Path directory;

    private static SuiteReport suite = SuiteReport.of(List.of());

    @BeforeAll
    static void judge() throws IOException {
        suite = SampleRun.judged(directory);
    }

    @Test
    void aReportIsReadAsItWasWritten() {
        String written = ReportJson.write(suite);
        assertThat(ReportJson.write(ReportJson.read(written))).isEqualTo(written);
    }

    @Test
    void whatIsNoReportIsNotReadAsOne() {
        String written = ReportJson.write(suite);
        for (String other : List.of(
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"format\": 1, \"experiments\": null}",
                "{\"format\": 1, \"verdicts\": {}, \"experiments\": [{}]}",
                written + "{}",
                written.replaceFirst("\"baseline\"", "\"basis\""),
                written.replaceFirst("\"engine\" : \"PyTorch\"", "\"engine\" : null"),
                written.replaceFirst("\"mean\" : [0-9.]+", "\"mean\" : \"low\""))) {
            assertThatIllegalArgumentException()
                    .as(other.substring(0, Math.min(80, other.length())))
                    .isThrownBy(() -> ReportJson.read(other));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportJson.read(written.replaceFirst("\"format\" : 1", "\"format\" : 9")))
                .withMessageContaining("format 9");
    }

    @Test
    void theSmallestMarginOfAClaimIsItsMetrics() {
        assertThat(suite.experiments().get(1).metrics())
                .filteredOn(metric -> metric.margin() > 0)
                .extracting(metric -> metric.name() + " " + metric.margin())
                .containsExactly("nll 0.05", "accuracy 0.02");
        // A ratio and a bound on a slope are no differences in the metric's unit.
        assertThat(suite.experiments().get(0).metrics())
                .allSatisfy(metric -> assertThat(metric.margin()).isZero());
    }

    @Test
    void bencherGetsTheMeanAndItsIntervalOfEveryMetric() throws IOException {
        JsonNode json = new ObjectMapper().readTree(BencherJson.write(suite));
        JsonNode measure = json.path("label-smoothing/smoothed(epsilon=0.1, trainingSet=250)")
                .path("ece");
        assertThat(measure.path("value").isNumber()).isTrue();
        assertThat(measure.path("lower_value").asDouble())
                .isLessThan(measure.path("value").asDouble());
        assertThat(measure.path("upper_value").asDouble())
                .isGreaterThan(measure.path("value").asDouble());
        // The published schema: objects of objects of objects with a required number and two optional ones.
        assertThat(json).hasSize(3 * 3 + (1 + 3 + 1) * 2 + 1); // the teacher ignores the factor
        json.forEach(benchmark -> {
            assertThat(benchmark.isObject() && !benchmark.isEmpty()).isTrue();
            benchmark.forEach(metric -> {
                assertThat(metric.path("value").isNumber()).isTrue();
                metric.fieldNames()
                        .forEachRemaining(name -> assertThat(name).isIn("value", "lower_value", "upper_value"));
                metric.forEach(value -> assertThat(value.isNumber()).isTrue());
            });
        });
    }
}
