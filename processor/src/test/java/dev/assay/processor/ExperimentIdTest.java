package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentIdTest {
    @ParameterizedTest
    @CsvSource({
        "McmcVsVi, mcmc-vs-vi",
        "WganGP2, wgan-gp2",
        "LSTMCell, lstm-cell",
        "A2C, a2c",
        "Top5Error, top5-error",
        "Dropout, dropout",
        "Label_Smoothing, label-smoothing"
    })
    void isTheClassNameInKebabCase(String className, String id) {
        assertThat(ExperimentId.of(className)).isEqualTo(id);
    }
}
