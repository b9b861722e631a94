package dev.assay.processor;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Kotlin doc comment's main description, which is Markdown already but for its links to code. */
final class KDocMarkdown {
    private static final Pattern BLOCK_TAG = Pattern.compile("\\s*@[a-zA-Z].*");
    private static final Pattern LABELLED = Pattern.compile("\\[([^\\[\\]`]+)]\\[[\\w.]+]");
    private static final Pattern LINK = Pattern.compile("\\[([a-zA-Z_][\\w.]*)](?![(\\[:])");

    private KDocMarkdown() {}

    /**
     * The Markdown of a comment as {@link javax.lang.model.util.Elements#getDocComment} gives it; empty for none.
     *
     * <p>No line of it begins with {@code "# "}, which begins a part in a prose file.
     */
    static String convert(@Nullable String comment) {
        if (comment == null) {
            return "";
        }
        String text = comment.lines()
                .takeWhile(line -> !BLOCK_TAG.matcher(line).matches())
                .collect(Collectors.joining("\n"))
                .stripIndent();
        String labelled = LABELLED.matcher(text).replaceAll("$1");
        return LINK.matcher(labelled).replaceAll("`$1`").strip().replaceAll("(?m)^# ", "\\\\# ");
    }
}
