package dev.assay.render.markdown;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text and tables in GitHub's Markdown. */
public final class MarkdownText {
    /** ASCII that means nothing within a line. */
    private static final String PLAIN = " ,.()=+-/;%'?";

    /** The other beginning of what becomes a link by itself; {@code ://} is escaped anyway. */
    private static final Pattern WWW = Pattern.compile("(www)\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    private MarkdownText() {}

    /**
     * Text that Markdown shows as it is, on one line: no markup, no HTML, no link made of an address, and nobody called by an
     * {@code @}. Half a surrogate pair, which UTF-8 has not, becomes U+FFFD.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        String line =
                HALVES.matcher(text.strip().replaceAll("\\s*\\R\\s*", " ")).replaceAll("\uFFFD");
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '@') {
                escaped.append("@<!-- -->"); // GitHub looks for names after entities are gone
            } else if (c < 0x20 || c == 0x7F) {
                escaped.append(' ');
            } else if (c < 0x7F && !Character.isLetterOrDigit(c) && PLAIN.indexOf(c) < 0) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return WWW.matcher(escaped).replaceAll("$1&#46;");
    }

    /** A row of a table; the entries are Markdown already. */
    public static String row(List<String> entries) {
        return entries.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The headings of a table and the line below them. */
    public static String head(String... headings) {
        return row(List.of(headings)) + row(java.util.Collections.nCopies(headings.length, "---"));
    }
}
