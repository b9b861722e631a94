package dev.assay.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that take turns through a file; locks of one process do not shut out that process itself. */
final class MachineTest {
    @TempDir
    Path directory;

    /** Steps for as long as it is let, and writes a line at each step. */
    static final class Neighbour {
        private Neighbour() {}

        public static void main(String[] arguments) throws Exception {
            try (Machine machine = Machine.sharedThrough(Path.of(arguments[0]), () -> {})) {
                machine.enter();
                while (!Files.exists(Path.of(arguments[0] + ".stop"))) {
                    machine.step();
                    Files.writeString(Path.of(arguments[0] + ".steps"), Long.toString(System.nanoTime()));
                }
                machine.leave();
            }
        }
    }

    @Test
    void neighboursWaitAtTheirNextStepWhileOneMeasures() throws Exception {
        Path file = directory.resolve("machine");
        Path steps = directory.resolve("machine.steps");
        Process neighbour = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Neighbour.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        try (Machine machine = Machine.sharedThrough(file, () -> {})) {
            while (!Files.exists(steps)) {
                assertThat(neighbour.isAlive()).isTrue();
                Thread.sleep(5);
            }
            machine.enter();
            String[] during = new String[2];
            machine.measure(() -> {
                during[0] = read(steps);
                sleep(300);
                during[1] = read(steps);
            });
            assertThat(during[1]).as("steps made while the other measured").isEqualTo(during[0]);
            assertThat(machine.aloneNanos()).isBetween(300_000_000L, 300_000_000_000L);
            assertThat(machine.waitedNanos()).as("until the neighbour rested").isPositive();
            String after = read(steps);
            for (int i = 0; i < 1000 && read(steps).equals(after); i++) {
                sleep(5);
            }
            assertThat(read(steps)).as("goes on afterwards").isNotEqualTo(after);
        } finally {
            Files.createFile(directory.resolve("machine.stop"));
            assertThat(neighbour.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(neighbour.exitValue()).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
