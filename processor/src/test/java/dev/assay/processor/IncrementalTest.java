package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What Gradle asks of processors whose work it is to repeat only in part. */
class IncrementalTest {
    private static List<JavaFileObject> sources(String... names) {
        return Arrays.stream(names)
                .map(name -> JavaFileObjects.forResource("good/" + name + ".java"))
                .toList();
    }

    /** Each file made, with what the processor says that it was made from. */
    private static Map<String, List<String>> origins(Processor processor, Processor other) {
        Map<String, List<String>> origins = new LinkedHashMap<>();
        Compilation compilation = Javac.compiler()
                .withProcessors(
                        new Wrapped(
                                processor,
                                filer -> Wrapped.proxy(Filer.class, (method, arguments) -> {
                                    Object[] elements = (Object[]) arguments[arguments.length - 1];
                                    int named = method.getName().equals("createResource") ? 2 : 0;
                                    origins.put(
                                            arguments[named].toString(),
                                            Arrays.stream(elements)
                                                    .map(element -> ((Element) element).toString())
                                                    .toList());
                                    return method.invoke(filer, arguments);
                                })),
                        other)
                .withOptions("-parameters")
                .compile(sources("CoinTosses", "Shapes"));
        assertThat(compilation.errors()).isEmpty();
        return origins;
    }

    @Test
    void aHarnessAndItsProseAreMadeFromTheirClassAlone() {
        assertThat(origins(new ExperimentProcessor(), new RegistryProcessor()))
                .isEqualTo(Map.of(
                        "good.CoinTossesHarness", List.of("good.CoinTosses"),
                        "META-INF/assay/good.CoinTosses.md", List.of("good.CoinTosses"),
                        "good.ShapesHarness", List.of("good.Shapes"),
                        "META-INF/assay/good.Shapes.md", List.of("good.Shapes")));
    }

    @Test
    void theRegistryIsMadeFromAllOfThem() {
        assertThat(origins(new RegistryProcessor(), new ExperimentProcessor()))
                .isEqualTo(Map.of(
                        "META-INF/services/dev.assay.dsl.Harness",
                        List.of("good.CoinTosses", "good.Shapes", "good.CoinTossesHarness", "good.ShapesHarness")));
    }

    @Test
    void aHarnessIsTheSameWhateverIsCompiledBesideIt() {
        Javac alone = Javac.compile(sources("Shapes"));
        Javac together = Javac.compile(sources("McmcVsVi", "Shapes", "CoinTosses"));

        assertThat(alone.source("good.ShapesHarness")).isEqualTo(together.source("good.ShapesHarness"));
        assertThat(alone.output("META-INF/assay/good.Shapes.md"))
                .isEqualTo(together.output("META-INF/assay/good.Shapes.md"));
    }

    @Test
    void reportsWithoutJavacsTreesAsWithin() {
        Compilation compilation = Javac.compiler()
                .withProcessors(new Wrapped(new ExperimentProcessor(), filer -> filer))
                .compile(JavaFileObjects.forResource("bad/ManyMistakes.java"));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactlyInAnyOrderElementsOf(
                        Javac.compileBad("bad/ManyMistakes.java").compilation().errors().stream()
                                .map(error -> error.getMessage(Locale.ROOT))
                                .toList());
    }

    @Test
    void gradleIsToldOfEachProcessor() throws IOException {
        assertThat(Javac.resource("META-INF/gradle/incremental.annotation.processors")
                        .lines())
                .containsExactly(
                        ExperimentProcessor.class.getName() + ",isolating",
                        RegistryProcessor.class.getName() + ",aggregating");
        assertThat(Javac.resource("META-INF/services/javax.annotation.processing.Processor")
                        .lines())
                .contains(ExperimentProcessor.class.getName(), RegistryProcessor.class.getName());
    }

    @Test
    void noFileIsReadAndNoClock() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/assay/processor"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (String word : List.of(
                        "getResource(",
                        "java.nio.file",
                        "java.io.File",
                        "InputStream",
                        "java.time",
                        "currentTimeMillis",
                        "nanoTime",
                        "Random")) {
                    if (text.contains(word)) {
                        found.add(file.getFileName() + ": " + word);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aMistakeOfAnotherClassKeepsNoHarnessBack() {
        List<JavaFileObject> sources = new ArrayList<>(sources("Shapes"));
        sources.add(JavaFileObjects.forResource("bad/NoBaseline.java"));

        assertThat(Javac.compile(sources).plans()).containsOnlyKeys("good.ShapesHarness");
    }
}
