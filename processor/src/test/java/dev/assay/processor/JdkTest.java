package dev.assay.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another JDK's javac gives the same bytes. */
class JdkTest {
    /** The newest JDK beside this one, or the one that {@code ASSAY_OTHER_JDK} names. */
    private static Optional<Path> otherJdk() throws IOException {
        String named = System.getenv("ASSAY_OTHER_JDK");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        Path directory = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(directory)) {
            return jdks.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
                    .filter(jdk -> !home.startsWith(real(jdk)))
                    .max(java.util.Comparator.comparing(jdk -> jdk.getFileName().toString()));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void givesTheSameBytes(@TempDir Path here, @TempDir Path there) throws Exception {
        Optional<Path> other = otherJdk();
        assumeTrue(other.isPresent(), "no other JDK below /usr/lib/jvm; name one with ASSAY_OTHER_JDK");

        Map<String, String> ours = generated(Path.of(System.getProperty("java.home")), here);
        Map<String, String> theirs = generated(other.get(), there);

        assertThat(ours)
                .containsKeys("good/ShapesHarness.java", "META-INF/services/dev.assay.dsl.Harness")
                .hasSize(7)
                .isEqualTo(theirs);
    }

    private static Map<String, String> generated(Path jdk, Path out)
            throws IOException, InterruptedException, URISyntaxException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                jdk.resolve("bin/javac").toString(),
                "--release",
                "17",
                "-proc:only",
                "-implicit:none",
                "-processorpath",
                classPath,
                "-cp",
                classPath,
                "-d",
                out.toString()));
        for (String source : List.of("CoinTosses", "McmcVsVi", "Shapes")) {
            command.add(Path.of(Objects.requireNonNull(JdkTest.class.getResource("/good/" + source + ".java"))
                            .toURI())
                    .toString());
        }
        Path log = out.resolve("javac.log");
        Process javac = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(javac.waitFor()).as("%s", Files.readString(log)).isZero();
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(log)) {
                    texts.put(out.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }
}
