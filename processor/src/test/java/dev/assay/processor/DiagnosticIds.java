package dev.assay.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids of all diagnostics, as the sources of the rules have them: there, every literal of that shape is one. */
final class DiagnosticIds {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    private DiagnosticIds() {}

    /** Of the rules on plans, which the annotation processor and the fluent builder share. */
    static Set<String> ofPlans() {
        return in(Path.of("../dsl/src/main/java/dev/assay/plan"));
    }

    /** Of all rules. */
    static Set<String> all() {
        Set<String> ids = ofPlans();
        ids.addAll(in(Path.of("../dsl/src/main/java/dev/assay/dsl")));
        ids.addAll(in(Path.of("src/main/java/dev/assay/processor")));
        return ids;
    }

    private static Set<String> in(Path directory) {
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return ids;
    }
}
