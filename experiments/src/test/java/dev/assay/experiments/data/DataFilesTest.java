package dev.assay.experiments.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DataFilesTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\S+\\.gz) \\| (\\d+) \\| (\\p{XDigit}{64}) \\|");

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }

    private static Stream<Arguments> rowsOfSources() throws IOException {
        return ROW.matcher(new String(resource("SOURCES.md"), StandardCharsets.UTF_8))
                .results()
                .map((MatchResult row) -> Arguments.of(row.group(1), Integer.parseInt(row.group(2)), row.group(3)));
    }

    @ParameterizedTest
    @MethodSource("rowsOfSources")
    void everyFileIsTheOneThatSourcesDescribes(String name, int size, String sha256)
            throws IOException, NoSuchAlgorithmException {
        byte[] content = resource(name);
        assertThat(content).hasSize(size);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(sha256);
    }

    @Test
    void sourcesDescribeEveryFile() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(DataFile.class.getResource("SOURCES.md"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
            assertThat(rowsOfSources().map(row -> row.get()[0]))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".gz"))
                                    .toList());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> new DataFile("absent.gz").bytes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("absent.gz");
    }

    @Test
    void anIdxReaderRefusesATable() {
        assertThatThrownBy(() -> Idx.read(new DataFile("breast_cancer.csv.gz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("breast_cancer.csv.gz")
                .hasMessageContaining("0x000008");
    }
}
