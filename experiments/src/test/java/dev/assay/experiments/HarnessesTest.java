package dev.assay.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dsl.Harness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two languages and two doors lead to one list: an experiment that is written is one that can be found. */
final class HarnessesTest {
    private static final Pattern ANNOTATED = Pattern.compile("(?m)^@Experiment\\b");
    private static final Pattern BY_HAND = Pattern.compile("(?m)^(public |final )*class \\w+ ?(:|implements) Harness<");

    private static List<Path> sources(String language) throws IOException {
        Path root = Path.of("src/main", language);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }

    private static String className(Path source) {
        return source.toString()
                .replaceFirst("\\.(java|kt)$", "")
                .replace('/', '.')
                .replace('\\', '.');
    }

    @Test
    void everyExperimentThatIsWrittenIsFound() throws IOException {
        List<String> written = new ArrayList<>();
        for (String language : List.of("java", "kotlin")) {
            for (Path source : sources(language)) {
                String text = Files.readString(Path.of("src/main", language).resolve(source));
                if (ANNOTATED.matcher(text).find()) {
                    written.add(className(source) + "Harness");
                } else if (BY_HAND.matcher(text).find()) {
                    written.add(className(source));
                }
            }
        }
        List<String> found = new ArrayList<>();
        for (Harness<?> harness : ServiceLoader.load(Harness.class)) {
            found.add(harness.getClass().getName());
        }

        assertThat(written).hasSizeGreaterThanOrEqualTo(4);
        assertThat(found).containsExactlyInAnyOrderElementsOf(written);
    }
}
