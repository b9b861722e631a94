package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Effort;
import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.Status;
import dev.assay.record.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve(LedgerContent.FILE);
    }

    private static TrialRecord trial(int seed) {
        return new TrialRecord(
                LedgerLine.FORMAT,
                "coins",
                "fair",
                Map.of(),
                seed,
                Status.OK,
                Map.of("heads", 0.5 + seed),
                List.of(),
                List.of(),
                null,
                0.1,
                Effort.QUICK,
                "MXNet");
    }

    private void append(TrialRecord... records) throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            for (TrialRecord record : records) {
                ledger.append(record);
            }
        }
    }

    @Test
    void aLineIsOnTheDiskWhenAppendReturns() throws IOException {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(trial(0));
            assertThat(LedgerContent.read(file).trials()).containsExactly(trial(0));
            ledger.append(trial(1));
            assertThat(LedgerContent.read(file).trials()).containsExactly(trial(0), trial(1));
        }
    }

    @Test
    void continuesWhatStandsThere() throws IOException {
        append(trial(0));
        append(trial(1));

        try (Ledger ledger = Ledger.open(file)) {
            assertThat(ledger.before().trials()).containsExactly(trial(0), trial(1));
        }
    }

    @Test
    void cutsATornLastLineAway() throws IOException {
        append(trial(0), trial(1));
        byte[] whole = Files.readAllBytes(file);
        for (int torn = 1; torn < 30; torn++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - torn));

            append(trial(2));

            assertThat(LedgerContent.read(file).trials()).as("torn by %s", torn).containsExactly(trial(0), trial(2));
        }
    }

    @Test
    void refusesACorruptLineByItsNumberAndLeavesTheFileAsItIs() throws IOException {
        append(trial(0), trial(1), trial(2));
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1).substring(5), lines.get(2)));
        Files.writeString(file, "torn", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Ledger.open(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aLineThatTheDiskDoesNotTakeLeavesNothing() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        try (Ledger ledger = Ledger.open(full)) {
            assertThatThrownBy(() -> ledger.append(trial(0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot write to /dev/full");
        }
    }
}
