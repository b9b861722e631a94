package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocMarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "plain~plain",
                "{@code a < b}~`a < b`",
                "{@code {x}} y~`{x}` y",
                "{@literal <b>}~<b>",
                "{@link List}~`List`",
                "{@link Map#get(Object)}~`Map.get(Object)`",
                "{@link #size the {@code size}}~the `size`",
                "{@linkplain Map#of(Object, Object) a map}~a map",
                "<em>very</em> <b>bold</b> <i>x</i> <strong>y</strong>~*very* **bold** *x* **y**",
                "<code>a &lt; b</code>~`a < b`",
                "a &amp; b &eacute; &#960; &#x3c0; &lambda;~a & b &eacute; π π λ",
                "10<sup>3</sup> x<sub>i</sub>~10^3 x_i",
                "<a href=\"https://example.org/a\">paper</a>~[paper](https://example.org/a)",
                "<span class='x'>kept</span><!-- gone -->~kept",
                "one<br>two~one\\\\ntwo",
                "a < b and c > d~a < b and c > d",
                "unclosed {@code x~unclosed `x`",
                "a@b.org {not a tag}~a@b.org {not a tag}",
                "`tick` {@code a`b}~`tick` `` a`b ``",
            })
    void writesInlineMarkup(String comment, String markdown) {
        assertThat(JavadocMarkdown.convert(comment)).isEqualTo(markdown.replace("\\n", "\n"));
    }

    @Test
    void separatesParagraphsAndLeavesBlockTagsOut() {
        assertThat(JavadocMarkdown.convert(
                        " First\n line.\n\n <p>Second.</p>\n <p>\n Third.\n @param x\n   y\n @see Z\n"))
                .isEqualTo("First\nline.\n\nSecond.\n\nThird.");
    }

    @Test
    void writesLists() {
        String comment = """
                 Before:
                 <ul>
                   <li>one
                   <li>two,
                       still two
                     <ol><li>first</li><li>second</li></ol>
                   </li>
                 </ul>
                 After.
                """;

        assertThat(JavadocMarkdown.convert(comment)).isEqualTo("""
                Before:

                - one
                - two,
                still two
                   1. first
                   2. second

                After.""");
    }

    @Test
    void indentsPreformattedCodeWithItsBlankLinesAndAtSigns() {
        String comment = """
                 So:
                 <pre>{@code
                 @Variant
                 int x = a < b ? 1 : 2;

                   y();
                 }</pre>
                 Then.
                """;

        assertThat(JavadocMarkdown.convert(comment)).isEqualTo("""
                So:

                    @Variant
                    int x = a < b ? 1 : 2;

                      y();

                Then.""");
    }

    @Test
    void escapesWhatWouldBeginASection() {
        assertThat(JavadocMarkdown.convert(" # one\n two # three\n {@literal #} four\n ## five"))
                .isEqualTo("\\# one\ntwo # three\n\\# four\n## five");
    }

    @Test
    void givesNothingForNoComment() {
        assertThat(JavadocMarkdown.convert(null)).isEmpty();
        assertThat(JavadocMarkdown.convert("\n @param only tags\n")).isEmpty();
    }
}
