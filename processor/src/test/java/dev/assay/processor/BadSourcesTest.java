package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code bad/} says on its own lines, with {@code // error: id: words}, what is wrong there. */
class BadSourcesTest {
    private static final Pattern EXPECTED = Pattern.compile("// error: ([a-z-]+): (.*?)\\s*(?=// error:|$)");
    private static final Pattern REPORTED = Pattern.compile("\\[assay:([a-z-]+)] (.*)", Pattern.DOTALL);

    private record Mistake(long line, String id, String words) {
        boolean isSaidBy(Mistake reported) {
            return line == reported.line && id.equals(reported.id) && reported.words.contains(words);
        }
    }

    static Stream<String> files() throws IOException, URISyntaxException {
        Path directory = Path.of(
                Objects.requireNonNull(BadSourcesTest.class.getResource("/bad")).toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> "bad/" + file.getFileName()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsEachMistakeWhereItStandsAndNothingElse(String file) throws IOException {
        List<Mistake> expected = new ArrayList<>();
        List<String> lines = Javac.resource(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = EXPECTED.matcher(lines.get(i));
            while (matcher.find()) {
                expected.add(new Mistake(i + 1, matcher.group(1), matcher.group(2)));
            }
        }
        assertThat(expected).as("mistakes that %s marks", file).isNotEmpty();

        List<Mistake> reported = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic :
                Javac.compile(file).compilation().errors()) {
            Matcher matcher = REPORTED.matcher(diagnostic.getMessage(null));
            assertThat(matcher.matches()).as("is ours: %s", diagnostic).isTrue();
            assertThat(diagnostic.getSource()).as("source of %s", diagnostic).isNotNull();
            assertThat(diagnostic.getSource().getName()).endsWith(file);
            reported.add(new Mistake(diagnostic.getLineNumber(), matcher.group(1), matcher.group(2)));
        }
        assertThat(reported)
                .as("what is reported of %s", file)
                .hasSameSizeAs(expected)
                .allSatisfy(one -> assertThat(expected).anyMatch(mistake -> mistake.isSaidBy(one)));
        assertThat(expected).allSatisfy(one -> assertThat(reported).anyMatch(one::isSaidBy));
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesNoHarnessForAClassWithAMistake(String file) {
        Javac javac = Javac.compile(file);

        // The first of two with one id is sound by itself.
        String sound = file.equals("bad/DuplicateIds.java") ? "bad.DuplicateIdsHarness" : "";
        assertThat(javac.plans().keySet()).allMatch(sound::equals);
    }
}
