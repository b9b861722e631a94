package dev.assay.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the guides show compiles. A block stands after {@code <!-- file: path -->}, and is then that file, or after
 * {@code <!-- compiled -->}, and is then a compilation unit in Java. Kotlin's files are compiled where they are: by
 * {@code KotlinTest} of the processor, and by {@code .ci/own-project}.
 */
class GuidesTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^(?:<!-- ([^\\n]*) -->\\n)?```(java|kotlin|xml)\\n(.*?)^```$");
    private static final Pattern UNIT =
            Pattern.compile("(?ms)^package ([\\w.]+);.*?(?:class|record|interface|enum) (\\w+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    private record Block(String guide, String mark, String language, String text) {
        @Override
        public String toString() {
            return guide + ": " + mark;
        }
    }

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(TOP)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path guide : guides().toList()) {
            String name = guide.getFileName().toString();
            // The front door and the house rules show beginnings only.
            if (List.of("README.md", "CONTRIBUTING.md").contains(name)) {
                continue;
            }
            for (MatchResult block :
                    BLOCK.matcher(Files.readString(guide)).results().toList()) {
                String mark = block.group(1) == null ? "" : block.group(1);
                blocks.add(new Block(name, mark, block.group(2), block.group(3)));
            }
        }
        return blocks;
    }

    @Test
    void eachBlockIsAFileOrACompilationUnit() throws IOException {
        assertThat(blocks()).hasSizeGreaterThan(4).allSatisfy(block -> {
            if (block.mark().startsWith("file: ")) {
                assertThat(TOP.resolve(block.mark().substring(6)))
                        .content()
                        .isEqualToNormalizingWhitespace(block.text());
            } else {
                assertThat(block.mark() + " " + block.language())
                        .as(block.guide())
                        .isEqualTo("compiled java");
            }
        });
    }

    @Test
    void eachUnitCompilesWithTheProcessor(@TempDir Path out) throws IOException {
        List<JavaFileObject> units = new ArrayList<>();
        for (Block block : blocks()) {
            MatchResult unit = UNIT.matcher(block.text()).results().findFirst().orElse(null);
            // What is generated is made again here.
            if (block.language().equals("java")
                    && unit != null
                    && !unit.group(2).endsWith("Harness")) {
                String path = unit.group(1).replace('.', '/') + "/" + unit.group(2) + ".java";
                units.add(new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return block.text();
                    }
                });
            }
        }
        String classPath = System.getProperty("java.class.path");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-parameters", "-cp", classPath, "-processorpath", classPath, "-d", out.toString(), "-Xlint:-options");

        assertThat(units).hasSizeGreaterThan(2);
        assertThat(compiler.getTask(said, null, null, options, null, units).call())
                .as("%s", said)
                .isTrue();
        assertThat(out.resolve("META-INF/services/dev.assay.dsl.Harness"))
                .content()
                .contains("good.CoinTossesHarness", "demo.AveragesHarness");
    }

    @ParameterizedTest
    @MethodSource("guides")
    void linksLeadSomewhere(Path guide) throws IOException {
        for (MatchResult link : LINK.matcher(Files.readString(guide)).results().toList()) {
            String target = link.group(1);
            if (!target.toLowerCase(Locale.ROOT).startsWith("http")) {
                assertThat(TOP.resolve(target)).as("%s in %s", target, guide).exists();
            }
        }
    }
}
