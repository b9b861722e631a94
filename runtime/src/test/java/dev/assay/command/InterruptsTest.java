package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptsTest {
    /** A program whose end hangs. */
    static final class Hanging {
        private Hanging() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                System.out.println("ending");
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
            Interrupts.install();
            System.out.println("ready");
            Thread.sleep(600_000);
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    @Test
    void theFirstRunsTheHooksAndTheSecondKills() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hanging.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            interrupt(process);
            assertThat(out.readLine()).isEqualTo("ending");
            assertThat(process.isAlive()).isTrue();

            interrupt(process);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitCode.STOPPED);
        } finally {
            process.destroyForcibly();
        }
    }
}
