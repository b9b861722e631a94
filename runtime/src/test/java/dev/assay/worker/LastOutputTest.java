package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastOutputTest {
    private static LastOutput of(String printed) {
        return new LastOutput(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsTheLastHundredLinesOfMany() {
        String printed = IntStream.range(0, 50_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        assertThat(of(printed).take().lines())
                .hasSize(LastOutput.LINES + 1)
                .startsWith("line 49899")
                .endsWith("line 49999");
    }

    @Test
    void cutsALineThatDoesNotEnd() {
        assertThat(of("x".repeat(1 << 20)).take()).isEqualTo("x".repeat(LastOutput.LINE_BYTES));
    }

    @Test
    void beginsAnewAfterItWasTaken() {
        LastOutput output = of("one\ntwo");

        assertThat(output.take()).isEqualTo("one\ntwo");
        assertThat(output.take()).isEmpty();
    }
}
