package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KDocMarkdownTest {
    @Test
    void markdownStaysAsItIs() {
        assertThat(KDocMarkdown.convert(" One **strong** word, `a[0]`.\n\n  - one\n    - within\n"))
                .isEqualTo("One **strong** word, `a[0]`.\n\n - one\n   - within");
    }

    @Test
    void linksToCodeBecomeCodeAndLabelledOnesTheirLabel() {
        assertThat(KDocMarkdown.convert(
                        "See [Predictions.ece] and [the trial][dev.assay.Trial], not [this](https://a.b)."))
                .isEqualTo("See `Predictions.ece` and the trial, not [this](https://a.b).");
    }

    @Test
    void blockTagsAreLeftOut() {
        assertThat(KDocMarkdown.convert(" Text.\n\n @param trial the trial\n @return nothing"))
                .isEqualTo("Text.");
    }

    @Test
    void noLineBeginsAPart() {
        assertThat(KDocMarkdown.convert("# Heading\ntext")).isEqualTo("\\# Heading\ntext");
        assertThat(KDocMarkdown.convert(null)).isEmpty();
    }
}
