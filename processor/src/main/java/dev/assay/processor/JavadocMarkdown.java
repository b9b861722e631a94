package dev.assay.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A doc comment's main description into Markdown. Block tags are left out, and so are HTML tags that Markdown has no word
 * for; their content stays.
 */
final class JavadocMarkdown {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"']?([^\"'\\s>]+)");
    private static final Pattern BLOCK_TAG = Pattern.compile("\\s*@[a-zA-Z].*");
    private static final Pattern REFERENCE = Pattern.compile("([^\\s(]+(?:\\([^)]*\\))?)\\s*(.*)", Pattern.DOTALL);
    private static final String CODE_INDENT = "    ";
    private static final String ITEM_INDENT = "   ";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Items> lists = new ArrayDeque<>();
    private final Deque<String> links = new ArrayDeque<>();
    private int itemStart = -1;
    private int codeStart;
    private boolean preformatted;

    /** An open list. */
    private static final class Items {
        final boolean ordered;
        int count;

        Items(boolean ordered) {
            this.ordered = ordered;
        }
    }

    private JavadocMarkdown(String source) {
        this.source = source;
    }

    /**
     * The Markdown of a comment as {@link javax.lang.model.util.Elements#getDocComment} gives it; empty for none.
     *
     * <p>No line of it begins with {@code "# "}, which begins a part in a prose file.
     */
    static String convert(@Nullable String comment) {
        if (comment == null) {
            return "";
        }
        String text = new JavadocMarkdown(description(comment)).scan();
        return text.replace('\r', '\n')
                .replaceAll("[ \\t]+(?=\\n|$)", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip()
                .replaceAll("(?m)^# ", "\\\\# ");
    }

    /** What stands before the first block tag, an {@code @} at the beginning of a line outside of braces. */
    private static String description(String comment) {
        StringBuilder description = new StringBuilder();
        int depth = 0;
        for (String line : comment.lines().toList()) {
            if (depth == 0 && BLOCK_TAG.matcher(line).matches()) {
                break;
            }
            for (int i = 0; i < line.length(); i++) {
                boolean opens = line.charAt(i) == '{' && (depth > 0 || line.startsWith("{@", i));
                depth += opens ? 1 : line.charAt(i) == '}' && depth > 0 ? -1 : 0;
            }
            description.append(line).append('\n');
        }
        return description.toString();
    }

    private String scan() {
        Matcher tag = TAG.matcher(source);
        Matcher entity = Entities.PATTERN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            char next = source.charAt(at);
            if (source.startsWith("{@", at)) {
                int end = closing(at);
                inline(source.substring(at + 2, end));
                at = Math.min(end + 1, source.length());
            } else if (next == '<' && tag.find(at) && tag.start() == at) {
                if (tag.group(2) != null) {
                    tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), tag.group(3));
                }
                at = tag.end();
            } else if (next == '&' && entity.find(at) && entity.start() == at) {
                out.append(Entities.decode(entity.group()));
                at = entity.end();
            } else {
                text(next);
                at++;
            }
        }
        return out.toString();
    }

    /** The position of the brace that closes the one at a position, or the source's end. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            depth += source.charAt(i) == '{' ? 1 : source.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return source.length();
    }

    private void text(char next) {
        boolean atStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n' || out.length() == itemStart;
        boolean blank = next == ' ' || next == '\t' || (next == '\n' && out.length() == itemStart);
        if (preformatted || !(blank && atStart)) {
            out.append(next);
        }
    }

    private void inline(String tag) {
        String name = tag.split("\\s", 2)[0];
        String content = tag.substring(name.length());
        switch (name) {
            case "code" -> code(preformatted ? content : content.strip());
            case "link", "linkplain" -> {
                Matcher reference = REFERENCE.matcher(content.strip());
                boolean labelled = reference.matches() && !reference.group(2).isEmpty();
                if (labelled) {
                    out.append(new JavadocMarkdown(reference.group(2)).scan());
                } else {
                    code(content.strip().replaceFirst("^#", "").replace('#', '.'));
                }
            }
            default -> out.append(content.strip());
        }
    }

    private void code(String content) {
        if (preformatted) {
            out.append(content);
            return;
        }
        String line = content.replaceAll("\\s*\\n\\s*", " ");
        String fence = line.contains("`") ? "``" : "`";
        String padding = line.contains("`") ? " " : "";
        out.append(fence).append(padding).append(line).append(padding).append(fence);
    }

    private void tag(String name, boolean closes, String attributes) {
        switch (name) {
            case "p", "blockquote", "div", "table", "tr" -> paragraph();
            case "br" -> out.append("\\\n");
            case "em", "i", "cite", "var" -> out.append('*');
            case "b", "strong" -> out.append("**");
            case "code", "tt" -> {
                if (!preformatted) {
                    out.append('`');
                }
            }
            case "sup" -> out.append(closes ? "" : "^");
            case "sub" -> out.append(closes ? "" : "_");
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(closes);
            case "ul", "ol" -> list(closes, name.equals("ol"));
            case "li" -> {
                if (!closes) {
                    item();
                }
            }
            case "pre" -> preformatted(closes);
            case "a" -> link(closes, attributes);
            default -> {
                // Markdown has no word for it: its content stands for itself.
            }
        }
    }

    private void heading(boolean closes) {
        if (closes) {
            out.append("**");
            paragraph();
        } else {
            paragraph();
            out.append("**");
        }
    }

    private void list(boolean closes, boolean ordered) {
        if (closes) {
            lists.poll();
        }
        if (lists.isEmpty()) {
            paragraph();
        }
        if (!closes) {
            lists.push(new Items(ordered));
        }
    }

    private void item() {
        if (lists.isEmpty()) {
            lists.push(new Items(false));
        }
        Items items = lists.element();
        items.count++;
        trimEnd();
        if (!out.isEmpty()) {
            out.append(items.count == 1 && lists.size() == 1 ? "\n\n" : "\n");
        }
        out.append(ITEM_INDENT.repeat(lists.size() - 1)).append(items.ordered ? items.count + ". " : "- ");
        itemStart = out.length();
    }

    private void preformatted(boolean closes) {
        if (closes && preformatted) {
            String code = out.substring(codeStart).stripTrailing().stripIndent();
            out.setLength(codeStart);
            out.append(code.lines()
                    .dropWhile(String::isBlank)
                    .map(line -> CODE_INDENT + line)
                    .collect(Collectors.joining("\n")));
        }
        paragraph();
        preformatted = !closes;
        codeStart = out.length();
    }

    private void link(boolean closes, String attributes) {
        Matcher href = HREF.matcher(attributes);
        if (!closes) {
            links.push(href.find() ? href.group(1) : "");
            out.append(links.element().isEmpty() ? "" : "[");
        } else if (!links.isEmpty()) {
            String target = links.pop();
            out.append(target.isEmpty() ? "" : "](" + target + ")");
        }
    }

    private void paragraph() {
        trimEnd();
        if (!out.isEmpty()) {
            out.append("\n\n").append(ITEM_INDENT.repeat(lists.size()));
        }
    }

    private void trimEnd() {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }
}
