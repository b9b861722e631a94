package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file under {@code bad/} says on its own lines, with {@code // error: id: words}, what is wrong there. */
class BadSourcesTest {
    private static final Pattern REPORTED = Pattern.compile("\\[assay:([a-z-]+)] (.*)", Pattern.DOTALL);

    static Stream<BadSource> files() {
        return BadSource.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void reportsEachMistakeWhereItStandsAndNothingElse(BadSource source) throws IOException {
        List<BadSource.Mistake> expected = source.mistakes();
        assertThat(expected).as("mistakes that %s marks", source).isNotEmpty();

        List<BadSource.Mistake> reported = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic :
                Javac.compileBad(source.file()).compilation().diagnostics()) {
            Matcher matcher = REPORTED.matcher(diagnostic.getMessage(null));
            assertThat(matcher.matches()).as("is ours: %s", diagnostic).isTrue();
            assertThat(diagnostic.getSource()).as("source of %s", diagnostic).isNotNull();
            assertThat(diagnostic.getSource().getName()).endsWith(source.file());
            reported.add(new BadSource.Mistake(
                    diagnostic.getKind(), diagnostic.getLineNumber(), matcher.group(1), matcher.group(2)));
        }
        assertThat(reported)
                .as("what is reported of %s", source)
                .hasSameSizeAs(expected)
                .allSatisfy(one -> assertThat(expected).anyMatch(mistake -> mistake.isSaidBy(one)));
        assertThat(expected).allSatisfy(mistake -> assertThat(reported).anyMatch(mistake::isSaidBy));
    }

    @ParameterizedTest
    @MethodSource("files")
    void writesNoHarnessForAClassWithAMistake(BadSource source) {
        Javac javac = Javac.compileBad(source.file());

        // Two with one id, or one beside a stray part, are sound by themselves.
        boolean sound = List.of("bad/DuplicateIds.java", "bad/Local.java", "bad/StrayLevels.java")
                .contains(source.file());
        if (!sound && source.mistakes().stream().anyMatch(mistake -> mistake.kind() == Diagnostic.Kind.ERROR)) {
            assertThat(javac.plans()).isEmpty();
        } else {
            assertThat(javac.plans()).isNotEmpty();
        }
    }
}
