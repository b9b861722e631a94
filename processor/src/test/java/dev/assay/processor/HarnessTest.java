package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.testing.compile.JavaFileObjects;
import dev.assay.Trial;
import dev.assay.dsl.Executable;
import dev.assay.plan.Cells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarnessTest {
    private static final String SERVICES = "META-INF/services/dev.assay.dsl.Harness";

    @ParameterizedTest
    @ValueSource(strings = {"CoinTosses", "McmcVsVi", "Shapes"})
    void isWrittenAsTheGoldenFileHasIt(String experiment) throws IOException {
        Javac javac = Javac.compile("good/" + experiment + ".java");

        assertThat(javac.compilation().diagnostics()).isEmpty();
        assertThat(javac.source("good." + experiment + "Harness"))
                .isEqualTo(Javac.resource("golden/" + experiment + "Harness.java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CoinTosses", "McmcVsVi", "Shapes"})
    void makesThePlanThatWasChecked(String experiment, @TempDir Path directory) throws Exception {
        Javac javac = Javac.compile("good/" + experiment + ".java");
        String harness = "good." + experiment + "Harness";

        Executable<?> executable = javac.load(directory, harness);

        assertThat(executable.plan()).isEqualTo(javac.plans().get(harness));
        assertThat(Cells.of(executable.plan())).isNotEmpty();
    }

    @Test
    void takesItsProseFromTheFileBesideIt() throws IOException {
        Javac javac = Javac.compile("good/McmcVsVi.java");

        assertThat(javac.output("META-INF/assay/good.McmcVsVi.md")).isEqualTo(Javac.resource("golden/McmcVsVi.md"));
    }

    @Test
    void isNamedInTheServicesFileSorted() {
        Javac javac = Javac.compile("good/McmcVsVi.java", "good/Shapes.java", "good/CoinTosses.java");

        assertThat(javac.output(SERVICES))
                .isEqualTo("good.CoinTossesHarness\ngood.McmcVsViHarness\ngood.ShapesHarness\n");
    }

    @Test
    void hasTheSameBytesInAnyOrderOfSources() {
        Javac one = Javac.compile("good/McmcVsVi.java", "good/CoinTosses.java", "bad/DuplicateIds.java");
        Javac other = Javac.compile("bad/DuplicateIds.java", "good/CoinTosses.java", "good/McmcVsVi.java");
        Javac sound = Javac.compile("good/McmcVsVi.java", "good/CoinTosses.java", "good/Shapes.java");
        Javac turned = Javac.compile("good/Shapes.java", "good/CoinTosses.java", "good/McmcVsVi.java");

        assertThat(messages(one)).isNotEmpty().isEqualTo(messages(other));
        assertThat(texts(sound)).hasSizeGreaterThan(6).isEqualTo(texts(turned));
    }

    @Test
    void runsItsVariantsAndMeasuresThem(@TempDir Path directory) throws Exception {
        Executable<?> executable = Javac.compile("good/Shapes.java").load(directory, "good.ShapesHarness");

        assertThat(measure(executable, "square")).isEqualTo(Map.of("area", 4.0, "corners", 4.0));
        assertThat(measure(executable, "circle")).isEqualTo(Map.of("area", 3.0));
    }

    @Test
    void asksATrialForNoFactorThatItsVariantIgnores(@TempDir Path directory) throws Exception {
        Executable<?> executable = Javac.compile("good/McmcVsVi.java").load(directory, "good.McmcVsViHarness");
        Trial trial = LevelsOnly.trial(Map.of("budget", "4000000000", "t", "t"));

        assertThat(executable.run("exact", trial)).isNotNull();
    }

    private static <O> Map<String, Double> measure(Executable<O> executable, String variant) {
        return executable.measure(
                variant, executable.run(variant, LevelsOnly.trial(Map.of("size", "2", "e", "BLACK"))));
    }

    private static List<String> messages(Javac javac) {
        return javac.compilation().errors().stream()
                .map(error -> error.getLineNumber() + " " + error.getMessage(null))
                .toList();
    }

    private static Map<String, String> texts(Javac javac) {
        return javac.compilation().generatedFiles().stream()
                .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(JavaFileObject::getName, HarnessTest::text));
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException unreadable) {
            throw new AssertionError(file.getName(), unreadable);
        }
    }

    @Test
    void ofANestedExperimentIsNamedForAllItsClasses(@TempDir Path directory) throws Exception {
        JavaFileObject source =
                JavaFileObjects.forSourceString("good.Outer", """
                package good;
                final class Outer {
                %s
                }
                """.formatted(Javac.resource("good/CoinTosses.java")
                        .replaceAll("(?m)^(package|import).*", "")
                        .replace("@", "@dev.assay.")
                        .replace("LOWER", "dev.assay.Better.LOWER")
                        .replace("Trial", "dev.assay.Trial")));

        Javac javac = Javac.compile(List.of(source));

        assertThat(javac.compilation().diagnostics()).isEmpty();
        assertThat(javac.load(directory, "good.Outer_CoinTossesHarness").plan().source())
                .isEqualTo("good.Outer$CoinTosses");
    }

    @Test
    void callsTheAuthorsMethodWithNothingInBetween(@TempDir Path directory) throws Exception {
        JavaFileObject source = JavaFileObjects.forSourceString(
                "good.CoinTosses",
                Javac.resource("good/CoinTosses.java")
                        .replace("return toss(t, 10);", "throw new IllegalStateException(\"heads\");"));
        Executable<?> executable = Javac.compile(List.of(source)).load(directory, "good.CoinTossesHarness");

        Throwable thrown = catchThrowable(() -> executable.run("few", LevelsOnly.trial(Map.of())));

        assertThat(thrown).hasMessage("heads");
        assertThat(thrown.getStackTrace()[0])
                .satisfies(frame -> assertThat(frame.getClassName() + "." + frame.getMethodName())
                        .isEqualTo("good.CoinTosses.few"));
        assertThat(thrown.getStackTrace()[1].getFileName()).isEqualTo("CoinTossesHarness.java");
        assertThat(List.of(thrown.getStackTrace()).subList(2, 5))
                .extracting(StackTraceElement::getClassName)
                .allMatch(name -> name.startsWith("dev.assay.") || name.startsWith("org.assertj."));
    }
}
