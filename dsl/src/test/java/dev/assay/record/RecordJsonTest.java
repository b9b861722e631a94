package dev.assay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.Effort;
import dev.assay.plan.ClaimPlan;
import dev.assay.plan.Draft;
import dev.assay.plan.Factor;
import dev.assay.plan.LevelType;
import dev.assay.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
    @Test
    void planComesBackEqual() {
        Plan plan = Draft.sound().plan();

        assertThat(RecordJson.read(RecordJson.write(plan), Plan.class)).isEqualTo(plan);
        assertThat(RecordJson.read(RecordJson.writePretty(plan), Plan.class)).isEqualTo(plan);
    }

    @Test
    void linesOfBothKindsComeBackEqual() {
        for (LedgerLine line : List.of(Samples.plan("dropout-rate"), Samples.ok("dropout", 0, 0.25))) {
            assertThat(RecordJson.read(RecordJson.write(line), LedgerLine.class))
                    .isEqualTo(line);
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.Cause.class)
    void failuresComeBackEqual(Failure.Cause cause) {
        TrialRecord failed =
                Samples.failed(new Failure(cause, "ö → \"quoted\"\nsecond line\u2028", "A.b(A.java:3)", "\t"));

        assertThat(RecordJson.read(RecordJson.write(failed), LedgerLine.class)).isEqualTo(failed);
        assertThat(RecordJson.write(failed))
                .contains("\"cause\":\"" + cause.name().toLowerCase(java.util.Locale.ROOT) + "\"");
    }

    @Test
    void runInfoComesBackEqual() {
        RunInfo info = new RunInfo(
                1,
                List.of("run", "mcmc"),
                "2026-01-01T00:00:00Z",
                "",
                1e-3,
                4,
                5,
                2,
                "MXNet",
                "1.9.1",
                "17",
                "Linux",
                2);

        assertThat(RecordJson.read(RecordJson.writePretty(info), RunInfo.class)).isEqualTo(info);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300})
    void everyDoubleComesBack(double value) {
        TrialRecord record = Samples.ok("none", 1, value);

        assertThat(RecordJson.read(RecordJson.write(record), LedgerLine.class)).isEqualTo(record);
    }

    @Test
    void writesATrialInThisOrder() {
        assertThat(RecordJson.write(Samples.ok("dropout", 1, Double.NaN)))
                .isEqualTo("{\"kind\":\"trial\",\"format\":2,\"experiment\":\"dropout-rate\",\"variant\":\"dropout\","
                        + "\"levels\":{\"batch\":\"8\",\"rate\":\"0.5\"},\"seed\":1,\"status\":\"ok\","
                        + "\"metrics\":{\"loss\":\"NaN\",\"accuracy\":0.5},\"seconds\":1.25,\"effort\":\"quick\","
                        + "\"engine\":\"MXNet\",\"provenance\":\"\",\"curves\":[{\"name\":\"loss\",\"x\":[0.0,1.0],"
                        + "\"y\":[2.5,\"Infinity\"]}],\"figures\":[]}");
    }

    @Test
    void writesAPlanLineInThisOrder() {
        String json = RecordJson.write(Samples.plan("dropout-rate"));

        assertThat(json)
                .startsWith("{\"kind\":\"plan\",\"format\":2,\"experiment\":\"dropout-rate\",\"effort\":\"quick\","
                        + "\"engine\":\"MXNet\",\"seeds\":10,"
                        + "\"provenance\":{\"code\":\"3f5a\",\"engineVersion\":\"1.9.1\",\"threads\":1,"
                        + "\"data\":{\"example/rates.csv\":\"99ee\"},\"libraries\":{\"api-0.35.1.jar\":\"0b1c\"},"
                        + "\"classes\":{\"example.Dropout\":\"77aa\"}},\"plan\":{\"id\":\"dropout-rate\",\"question\":3,"
                        + "\"title\":\"Dropout\",\"asks\":\"How much should be dropped?\",\"prose\":")
                .contains("\"factors\":[{\"name\":\"batch\",\"type\":\"int\",\"levels\":[\"2\",\"8\",\"64\"]}")
                .contains("\"claims\":[{\"that\":\"dropout(rate=0.5)\",\"beats\":\"none\",\"matches\":null,"
                        + "\"on\":\"loss\",\"when\":\"data=CANCER, batch=8\",\"by\":null,\"times\":null,"
                        + "\"within\":null,\"atMost\":null,\"atLeast\":null,\"along\":null,\"over\":\"each\"}]")
                .endsWith("\"source\":\"record Example() {}\\n\"}")
                .doesNotContain("\n", "sentence", "statement");
    }

    @Test
    void namesTheKindOfAChartAndOfALayerFirst() {
        assertThat(RecordJson.write(Samples.ok("none", 0, 1)))
                .contains("\"chart\":{\"chart\":\"plane\",\"x\":{\"label\":\"step\",\"logarithmic\":true},\"y\":")
                .contains(
                        "{\"layer\":\"line\",\"name\":\"a\"",
                        "{\"layer\":\"band\"",
                        "{\"layer\":\"points\"",
                        "{\"layer\":\"bars\"",
                        "{\"layer\":\"heat\"")
                .contains(
                        "\"chart\":{\"chart\":\"pictures\",\"columns\":2,",
                        "\"chart\":{\"chart\":\"graph\",\"nodes\":");
    }

    @Test
    void indentsWithLineFeedsEverywhere() {
        assertThat(RecordJson.writePretty(new Factor("a", LevelType.INT, List.of("1"))))
                .isEqualTo("{\n  \"name\" : \"a\",\n  \"type\" : \"int\",\n  \"levels\" : [ \"1\" ]\n}\n");
    }

    @Test
    void writesTheSameWhereCapitalsHaveOtherSmallLetters() throws Exception {
        Process turkish = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteOne.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(turkish.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(turkish.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed).isEqualTo("tr {\"name\":\"a\",\"type\":\"int\",\"levels\":[\"1\"]}");
    }

    /** What the process with the other language runs. */
    static final class WriteOne {
        private WriteOne() {}

        public static void main(String[] arguments) {
            System.out.print(java.util.Locale.getDefault().getLanguage() + " "
                    + RecordJson.write(new Factor("a", LevelType.INT, List.of("1"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"type\":\"int\",\"levels\":[],\"colour\":1}", // not known
                "{\"name\":\"a\",\"type\":\"int\"}", // left out
                "{\"name\":null,\"type\":\"int\",\"levels\":[]}", // null
                "{\"name\":\"a\",\"type\":\"int\",\"levels\":[null]}", // null within
                "{\"name\":\"a\",\"type\":\"float\",\"levels\":[]}", // no such constant
                "{\"name\":\"a\",\"type\":0,\"levels\":[]}", // a constant's number
                "{\"name\":\"a\",\"type\":\"int\",\"levels\":[]} {}", // something after it
                "{\"name\":\"a\",\"type\":\"int\",\"levels\":[]", // cut off
                "null",
                ""
            })
    void refusesWhatIsNoFactor(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read(json, Factor.class))
                .withMessageStartingWith("not a Factor: ");
    }

    @Test
    void refusesNumbersLeftOutOrBroken() {
        String curveless = RecordJson.write(Samples.ok("none", 1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read(curveless.replace("\"seed\":1,", ""), LedgerLine.class))
                .withMessageContaining("seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read(curveless.replace("\"seed\":1,", "\"seed\":1.5,"), LedgerLine.class))
                .withMessageContaining("1.5");
    }

    @Test
    void takesAMissingNullableForNull() {
        String json = "{\"that\":\"a\",\"beats\":\"b\",\"on\":\"m\",\"when\":\"\",\"over\":\"mean\"}";

        ClaimPlan claim = RecordJson.read(json, ClaimPlan.class);

        assertThat(claim.matches()).isNull();
        assertThat(claim.by()).isNull();
        assertThat(claim.sentence()).isEqualTo("a beats b on m, averaged");
    }

    @Test
    void saysWhereItStumbled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read("{\"name\":\"a\",\n \"type\":\"wrong\",\"levels\":[]}", Factor.class))
                .withMessageContaining("wrong")
                .withMessageContaining("Factor[\"type\"]")
                .withMessageContaining("line 2, column");
    }

    @Test
    void readsNoKindThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.read("{\"kind\":\"note\",\"format\":1}", LedgerLine.class))
                .withMessageContaining("note");
    }

    @Test
    void refusesToWriteWhatIsNoJson() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RecordJson.write(new Object()))
                .withMessage("cannot write a Object as JSON");
        assertThatIllegalStateException()
                .isThrownBy(() -> RecordJson.writePretty(new Object()))
                .withMessage("cannot write a Object as JSON");
    }

    @Test
    void sortsLevelsAndKeepsTheOrderOfMetrics() {
        TrialRecord record = new TrialRecord(
                1,
                "e",
                "v",
                Map.of("b", "1", "a", "2", "c", "3"),
                0,
                Status.OK,
                new java.util.LinkedHashMap<>(Map.of("z", 1.0)),
                List.of(),
                List.of(),
                null,
                0,
                Effort.SMOKE,
                "MXNet");

        assertThat(RecordJson.write(record)).contains("\"levels\":{\"a\":\"2\",\"b\":\"1\",\"c\":\"3\"}");
    }
}
