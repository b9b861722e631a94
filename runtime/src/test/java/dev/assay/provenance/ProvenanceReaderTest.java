package dev.assay.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineName;
import dev.assay.plan.Plan;
import dev.assay.record.Provenance;
import dev.assay.worker.Catalogue;
import dev.assay.worker.CoinsHarness;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project of somebody's own, compiled, edited and compiled again. */
class ProvenanceReaderTest {
    private static final Plan COINS = Catalogue.load().get(CoinsHarness.ID).plan();

    @TempDir
    Path sources;

    @TempDir
    Path classes;

    @BeforeEach
    void writeAProject() throws IOException {
        write("Trick", """
                import dev.assay.*;
                /** A trick. */
                @Experiment(id = "trick", question = 1, title = "Trick", asks = "Does it work?")
                @Claim(that = "trick", beats = "plain", on = "score")
                record Trick(@Levels({"1", "2"}) int size) {
                  @Variant(baseline = true) double plain(Trial t) { return new Near().value(size); }
                  @Variant double trick(Trial t) { return new Near().value(size) + 1; }
                  @Metric(better = Better.HIGHER) static double score(double outcome) { return outcome; }
                }
                """);
        write("Near", "class Near { double value(int n) { return Far.value(n); } }");
        write("Far", "class Far { static double value(int n) { return n * Table.read(); } }");
        write(
                "Table",
                "class Table { static double read() { return Table.class.getResource(\"table.csv\") == null ? 0 : 1; } }");
        write("Other", "class Other { String file = \"others.csv\"; }");
        data("table.csv", "1,2");
        data("others.csv", "3,4");
        data("parts-1.csv", "5,6");
        data("SOURCES.md", "from a book");
        compile();
    }

    private void write(String name, String body) throws IOException {
        Files.writeString(sources.resolve(name + ".java"), "package mine;\n" + body);
    }

    private void replace(String name, String old, String now) throws IOException {
        Path file = sources.resolve(name + ".java");
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
        compile();
    }

    private void data(String name, String content) throws IOException {
        Files.writeString(Files.createDirectories(classes.resolve("mine")).resolve(name), content);
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-g",
                "-parameters",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        try (var files = Files.list(sources)) {
            files.map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private Provenance provenance() {
        String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        Plan plan = new Plan(
                "trick",
                1,
                "Trick",
                "Does it work?",
                "",
                "mine.Trick",
                COINS.seeds(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (ProvenanceReader reader = ProvenanceReader.of(EngineName.PYTORCH, classPath)) {
            return reader.of(plan, "mine.TrickHarness");
        }
    }

    @Test
    void holdsTheClassesLibrariesAndDataThatAnExperimentReaches() {
        Provenance provenance = provenance();

        assertThat(provenance.classes().keySet())
                .contains("mine.Trick", "mine.Near", "mine.Far", "mine.Table")
                .contains("dev.assay.trial.RunningTrial", "dev.assay.trial.StreamKeys", "dev.assay.RandomStream")
                .doesNotContain("mine.Other", "dev.assay.Claim", "dev.assay.run.Run", "dev.assay.worker.WorkerMain");
        assertThat(provenance.libraries().keySet())
                .anyMatch(name -> name.startsWith("api-"))
                .anyMatch(name -> name.startsWith("pytorch-engine-"))
                .noneMatch(name -> name.startsWith("mxnet-") || name.startsWith("picocli-"));
        assertThat(provenance.data()).containsOnlyKeys("mine/table.csv", "mine/parts-1.csv");
        assertThat(provenance.engineVersion()).startsWith("2.");
        assertThat(provenance().fingerprint()).isEqualTo(provenance.fingerprint());
    }

    @Test
    void proseClaimsAndCommentsChangeNothing() throws IOException {
        Provenance before = provenance();

        replace("Trick", "/** A trick. */", "/**\n * Another\n * story.\n */");
        replace(
                "Trick",
                "@Claim(that = \"trick\", beats = \"plain\", on = \"score\")",
                "@Claim(that = \"trick\", beats = \"plain\", on = \"score\", by = 0.5)\n@Plot(of = \"score\", against = \"size\")");
        replace("Trick", "title = \"Trick\"", "title = \"Treat\"");
        replace("Trick", "(double outcome) { return outcome; }", "(double result) { return result; }");
        replace("Near", "return Far", "// far away\n\n return Far");
        replace("Other", "String file", "int more; String file");
        data("SOURCES.md", "from another book");

        assertThat(provenance()).isEqualTo(before);
        assertThat(Difference.between(before, provenance())).isEmpty();
    }

    @Test
    void aChangeInWhatItCallsIsNamed() throws IOException {
        Provenance before = provenance();

        replace("Far", "n *", "n +");

        assertThat(provenance().fingerprint()).isNotEqualTo(before.fingerprint());
        assertThat(Difference.between(before, provenance())).isEqualTo("code changed: mine.Far");
    }

    @Test
    void changedDataIsNamedAndThatOfOthersDoesNotCount() throws IOException {
        Provenance before = provenance();
        data("others.csv", "0,0");
        assertThat(provenance()).isEqualTo(before);

        data("table.csv", "1,3");

        assertThat(Difference.between(before, provenance())).isEqualTo("data changed: mine/table.csv");
    }

    @Test
    void aClassNamedInATextIsFollowed() throws IOException {
        replace("Far", "return n", "try { Class.forName(\"mine.Other\"); } catch (Exception e) { } return n");

        assertThat(provenance().classes()).containsKey("mine.Other");
        assertThat(provenance().data()).containsKey("mine/others.csv");
    }

    @Test
    void aHarnessWrittenByHandIsCodeThroughout() {
        try (ProvenanceReader reader = ProvenanceReader.of(EngineName.MXNET)) {
            assertThat(reader.of(COINS, CoinsHarness.class.getName()).classes())
                    .containsKey(CoinsHarness.class.getName());
        }
    }
}
