package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a sound source, the processor ends with a harness or with errors, and never by failing itself. */
class MutationTest {
    private static final int MUTANTS = 42;
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.]+|[^\\s\\w]");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)@\\w+(?:\\((?:[^()\"]|\"[^\"]*\")*\\))?");
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z]\\w*\\b");
    private static final Pattern MEMBER = Pattern.compile("(?ms)^    [^\\n}]*\\{.*?^    }\\n");
    private static final List<String> ODD_TEXTS =
            List.of("", " ", "(", "*", "x=", "a=b=c", "many(", "few(k=1)", "a|b", "\\n", "9e99", "-1", "$L", "é");

    /** What the messages say of each mutant: none may be a failure of ours. */
    private static void check(String name, List<String> mutants) {
        for (String mutant : mutants) {
            Javac javac = Javac.compile(List.of(JavaFileObjects.forSourceString("good." + name, mutant)));

            assertThat(javac.compilation().diagnostics())
                    .as(mutant)
                    .noneMatch(one -> one.getMessage(Locale.ROOT).contains("processor-failed"));
            if (javac.plans().isEmpty()) {
                assertThat(javac.compilation().errors()).as(mutant).isNotEmpty();
            }
        }
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static String replace(String text, MatchResult part, String with) {
        return text.substring(0, part.start()) + with + text.substring(part.end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CoinTosses", "McmcVsVi", "Shapes"})
    void survivesPartsLeftOutAndWrittenTwice(String name) throws IOException {
        String source = Javac.resource("good/" + name + ".java");
        Random random = new Random(name.hashCode());
        List<String> mutants = new ArrayList<>();
        for (Pattern pattern : List.of(ANNOTATION, MEMBER, TOKEN)) {
            List<MatchResult> parts = all(pattern, source);
            for (int i = 0; i < MUTANTS / 6; i++) {
                MatchResult part = parts.get(random.nextInt(parts.size()));
                mutants.add(replace(source, part, ""));
                mutants.add(replace(source, part, part.group() + " " + part.group()));
            }
        }
        check(name, mutants);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CoinTosses", "McmcVsVi", "Shapes"})
    void survivesOddTextsAndExchangedWords(String name) throws IOException {
        String source = Javac.resource("good/" + name + ".java");
        Random random = new Random(name.hashCode());
        List<MatchResult> literals = all(LITERAL, source);
        List<MatchResult> words = all(WORD, source);
        List<String> mutants = new ArrayList<>();
        for (int i = 0; i < MUTANTS / 2; i++) {
            String odd = ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
            mutants.add(replace(source, literals.get(random.nextInt(literals.size())), '"' + odd + '"'));
            String other = words.get(random.nextInt(words.size())).group();
            mutants.add(replace(source, words.get(random.nextInt(words.size())), other));
        }
        check(name, mutants);
    }

    @Test
    void mutantsReachTheProcessor() throws IOException {
        String source = Javac.resource("good/CoinTosses.java");
        long reached = all(LITERAL, source).stream()
                .map(literal -> replace(source, literal, "\"(\""))
                .map(mutant -> Javac.compile(List.of(JavaFileObjects.forSourceString("good.CoinTosses", mutant))))
                .filter(javac -> javac.compilation().errors().stream()
                        .anyMatch(error -> error.getMessage(Locale.ROOT).contains("[assay:")))
                .count();

        assertThat(reached).isGreaterThan(3);
    }
}
