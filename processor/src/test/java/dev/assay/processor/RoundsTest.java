package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the processor does where things are missing, come later, are there already, or break. */
class RoundsTest {
    private static String coinTosses() throws IOException {
        return Javac.resource("good/CoinTosses.java");
    }

    private static JavaFileObject source(String name, String text) {
        return JavaFileObjects.forSourceString("good." + name, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record Tosses(double mean) {}  | ",
                "@Metric(better = LOWER)        | @Metric(better = LOWR)",
                "on = \"error\"                 | on = ERROR",
                ", on = \"error\"               | ''",
                "record CoinTosses()            | record CoinTosses(Missing missing)",
                "record Tosses(double mean) {}  | record Tosses(double mean) implements Missing {}",
                "Tosses many(Trial t) {         | Tosses many(Trial t) throws Missing {",
            })
    void leavesWhatDoesNotExistToJavac(String there, String instead) throws IOException {
        String text = coinTosses().replace(there, instead == null ? "" : instead);
        assertThat(text).isNotEqualTo(coinTosses());

        Javac javac = Javac.compile(List.of(source("CoinTosses", text)));

        assertThat(javac.compilation().errors())
                .isNotEmpty()
                .noneMatch(error -> error.getMessage(Locale.ROOT).contains("[assay:"));
        assertThat(javac.plans()).isEmpty();
    }

    @Test
    void waitsForTypesThatAnotherProcessorWrites() throws IOException {
        String text = coinTosses().replace("record Tosses(double mean) {}", "");

        Javac javac = Javac.compile(List.of(source("CoinTosses", text)), new TossesWriter());

        assertThat(javac.compilation().errors()).isEmpty();
        assertThat(javac.plans()).containsOnlyKeys("good.CoinTossesHarness");
    }

    /** Writes the record in its first round. */
    private static final class TossesWriter extends AbstractProcessor {
        private boolean written;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("good.Tosses").openWriter()) {
                    file.write("package good;\nrecord Tosses(double mean) {}\n");
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            }
            return false;
        }
    }

    @Test
    void saysThatAClassHasTheHarnessesName() throws IOException {
        Javac javac = Javac.compile(List.of(
                source("CoinTosses", coinTosses()),
                source("CoinTossesHarness", "package good;\nfinal class CoinTossesHarness {}\n")));

        assertThat(javac.compilation().errors())
                .anySatisfy(error -> assertThat(error.getMessage(Locale.ROOT))
                        .contains("[assay:harness-file] the harness of CoinTosses cannot be written")
                        .contains("is there a class or file of its name already?"));
    }

    @Test
    void reportsItsOwnFailureAsAnErrorOnTheClass() throws IOException {
        Processor onABrokenDisk = new Wrapped(
                new ExperimentProcessor(),
                filer -> Wrapped.proxy(Filer.class, (method, arguments) -> {
                    throw new IllegalStateException("the disk is on fire");
                }));
        Compilation compilation =
                Javac.compiler().withProcessors(onABrokenDisk).compile(source("CoinTosses", coinTosses()));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT))
                    .contains(
                            "[assay:processor-failed]",
                            "on CoinTosses with",
                            "the disk is on fire",
                            "please report it");
            assertThat(error.getLineNumber()).isEqualTo(lineOf("record CoinTosses"));
        });
    }

    private static long lineOf(String words) throws IOException {
        return 1 + coinTosses().lines().takeWhile(line -> !line.contains(words)).count();
    }

    @Test
    void listsHarnessesWrittenByHandAndReadsNoEarlierList(@TempDir Path out) throws IOException {
        Path services = out.resolve("META-INF/services/dev.assay.dsl.Harness");
        Files.createDirectories(services.getParent());
        Files.writeString(services, "good.RemovedHarness\n");
        JavaFileObject byHand = source("Outer", """
                package good;
                import dev.assay.dsl.Executable;
                import dev.assay.dsl.Harness;
                public final class Outer {
                    public static final class ByHand extends Base {}
                    public abstract static class Base implements Harness<String> {
                        @Override public Executable<String> executable() { throw new IllegalStateException(); }
                    }
                    static final class Hidden extends Base {}
                    public static final class Configured extends Base { public Configured(int levels) {} }
                    public final class Inner extends Base {}
                }
                """);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            List<Diagnostic<? extends JavaFileObject>> diagnostics = new java.util.ArrayList<>();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, diagnostics::add, null, null, List.of(byHand, source("CoinTosses", coinTosses())));
            task.setProcessors(List.of(new ExperimentProcessor(), new RegistryProcessor()));
            assertThat(task.call()).as("%s", diagnostics).isTrue();
        }

        assertThat(services).hasContent("good.CoinTossesHarness\ngood.Outer$ByHand\n");
    }

    @ParameterizedTest
    @CsvSource({"assay", "assay:few-quick-seeds"})
    void isSilentAboutWhatTheAuthorSaysIsMeant(String word) throws IOException {
        String text = coinTosses()
                .replace("@Experiment(", "@SuppressWarnings(\"" + word + "\") @Experiment(quickSeeds = 3, ");

        Javac javac = Javac.compile(List.of(source("CoinTosses", text)));

        assertThat(javac.compilation().diagnostics()).isEmpty();
        assertThat(javac.plans()).hasSize(1);
    }

    @Test
    void refusesASuspendFunction() throws IOException {
        String text = coinTosses()
                .replace("Tosses many(Trial t)", "Tosses many(Trial t, kotlin.coroutines.Continuation<Tosses> done)");

        Javac javac = Javac.compile(List.of(
                source("CoinTosses", text),
                JavaFileObjects.forSourceString(
                        "kotlin.coroutines.Continuation",
                        "package kotlin.coroutines;\npublic interface Continuation<T> {}\n")));

        assertThat(javac.compilation().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(Locale.ROOT))
                        .startsWith("[assay:variant-method] variant 'many' is a suspend function"));
    }

    @Test
    void readsAnExperimentWithoutAnyProse(@TempDir Path directory) throws Exception {
        Javac javac = Javac.compile("good/CoinTosses.java");

        assertThat(javac.output("META-INF/assay/good.CoinTosses.md")).isEmpty();
        assertThat(javac.load(directory, "good.CoinTossesHarness").plan().prose())
                .isEmpty();
    }
}
