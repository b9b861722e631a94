package dev.assay.dsl;

import static dev.assay.dsl.Assay.experiment;
import static dev.assay.dsl.Assay.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.Better;
import dev.assay.chart.Graph;
import dev.assay.plan.Plan;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProseTest {
    @Test
    void splitsAFileAtItsHeadings() {
        Prose prose =
                Prose.parse("\nOne.\n\n## Inside\nTwo.\n\n# none\n\nThe base — größer.\n# Loss by step\r\nThree.\r\n");

        assertThat(prose.text()).isEqualTo("One.\n\n## Inside\nTwo.");
        assertThat(prose.about("none")).isEqualTo("The base — größer.");
        assertThat(prose.about("Loss by step")).isEqualTo("Three.");
        assertThat(prose.about("else")).isEmpty();
    }

    @Test
    void readsAFileWithNothingInIt() {
        assertThat(Prose.parse("")).isEqualTo(Prose.none());
        assertThat(Prose.parse("# a")).isEqualTo(new Prose("", Map.of("a", "")));
        assertThat(Prose.of(" x \n")).isEqualTo(new Prose("x", Map.of()));
    }

    @Test
    void saysWhichFileIsMissingAndWhoWritesIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Prose.of(ProseTest.class))
                .withMessage("/META-INF/assay/dev.assay.dsl.ProseTest.md is not beside dev.assay.dsl.ProseTest; "
                        + "compile the class with the annotation processor dev.assay:assay-processor");
    }

    @Test
    void putsEachPartsProseInThePlan(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("META-INF/assay/" + Told.class.getName() + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Whole.\n# a\nVariant.\n# m\nMetric.\n# Fig\nFigure.\n");
        Class<?> told = reloaded(directory, Told.class);

        Plan plan = experiment("told", e -> {
                    e.title("t");
                    e.asks("q?");
                    e.prose(told);
                    e.variant("a", v -> {
                        v.baseline();
                        v.trial(t -> "");
                    });
                    e.variant("b", v -> v.trial(t -> ""));
                    e.metric("m", Better.LOWER, o -> 0);
                    e.figure("Fig", o -> Graph.empty());
                    e.claim(that("b").matches("a").on("m").within(0));
                })
                .plan();

        assertThat(plan.prose()).isEqualTo("Whole.");
        assertThat(plan.source()).isEqualTo("dev.assay.dsl.ProseTest$Told");
        assertThat(plan.variant("a").prose()).isEqualTo("Variant.");
        assertThat(plan.variant("b").prose()).isEmpty();
        assertThat(plan.metric("m").prose()).isEqualTo("Metric.");
        assertThat(plan.figures().get(0).prose()).isEqualTo("Figure.");
    }

    @Test
    void withoutARuntimeALauncherSaysWhatIsMissing() {
        Harness<String> harness = () -> {
            throw new AssertionError("never asked");
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Launcher.main(harness, new String[0]))
                .withMessageContaining("no runtime on the class path to run dev.assay.dsl.ProseTest")
                .withMessageEndingWith("; add the dependency dev.assay:assay-runtime");
    }

    /** A class that a loader of its own defines, so that its resources lie elsewhere. */
    static final class Told {
        private Told() {}
    }

    private static Class<?> reloaded(Path directory, Class<?> type) throws Exception {
        URL here = type.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL(), here}, null);
        return loader.loadClass(type.getName());
    }
}
