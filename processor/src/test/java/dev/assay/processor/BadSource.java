package dev.assay.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * A source with mistakes, which are marked on their lines.
 *
 * @param file its path among the test resources
 * @param mistakes what is marked
 */
record BadSource(String file, List<Mistake> mistakes) {
    private static final Pattern MARK =
            Pattern.compile("// (error|warning): ([a-z-]+): (.*?)\\s*(?=// error:|// warning:|$)");

    BadSource {
        mistakes = List.copyOf(mistakes);
    }

    /** One mistake, with some words of what is said of it. */
    record Mistake(Diagnostic.Kind kind, long line, String id, String words) {
        /** Whether something that was reported is this. */
        boolean isSaidBy(Mistake reported) {
            return line == reported.line
                    && kind == reported.kind
                    && id.equals(reported.id)
                    && reported.words.contains(words);
        }
    }

    /** Those in Java. */
    static List<BadSource> all() {
        return in("bad");
    }

    /** Those in a directory of the test resources. */
    static List<BadSource> in(String name) {
        try {
            Path directory = Path.of(Objects.requireNonNull(BadSource.class.getResource("/" + name))
                    .toURI());
            try (Stream<Path> files = Files.list(directory)) {
                return files.map(file -> name + "/" + file.getFileName())
                        .sorted()
                        .map(BadSource::read)
                        .toList();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError("the bad sources", unreadable);
        }
    }

    static BadSource read(String file) {
        List<Mistake> mistakes = new ArrayList<>();
        try {
            List<String> lines = Javac.resource(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = MARK.matcher(lines.get(i));
                while (matcher.find()) {
                    Diagnostic.Kind kind =
                            Diagnostic.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
                    mistakes.add(new Mistake(kind, i + 1L, matcher.group(2), matcher.group(3)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
        return new BadSource(file, mistakes);
    }

    @Override
    public String toString() {
        return file;
    }
}
