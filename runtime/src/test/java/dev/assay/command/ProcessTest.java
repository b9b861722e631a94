package dev.assay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.record.LedgerContent;
import dev.assay.worker.SleepersHarness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, and what signals do to it. */
@Timeout(120)
class ProcessTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + directory.resolve("classes.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Assay.class.getName(),
                        "run",
                        SleepersHarness.ID,
                        "--seeds",
                        "2",
                        "--workers",
                        "1",
                        "--out",
                        run().toString())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path run() {
        return directory.resolve("run");
    }

    private int trials() throws IOException {
        Path ledger = run().resolve(LedgerContent.FILE);
        return Files.exists(ledger) ? LedgerContent.read(ledger).trials().size() : 0;
    }

    private void awaitTheFirstTrial(Process process) throws IOException, InterruptedException {
        while (trials() == 0) {
            assertThat(process.isAlive())
                    .as(Files.readString(directory.resolve("err")))
                    .isTrue();
            Thread.sleep(20);
        }
    }

    @Test
    void ctrlCStopsTheWorkersKeepsTheLedgerAndSaysHowToGoOn() throws Exception {
        Process assay = start();
        awaitTheFirstTrial(assay);
        List<ProcessHandle> workers = assay.descendants().toList();

        StringWriter err = new StringWriter();
        int second = Assay.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "run",
                SleepersHarness.ID,
                "--out",
                run().toString());
        assertThat(second).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("another run (process " + assay.pid() + ") is writing to " + run());

        new ProcessBuilder("kill", "-INT", Long.toString(assay.pid())).start().waitFor();

        assertThat(assay.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(assay.exitValue()).isEqualTo(ExitCode.STOPPED);
        assertThat(Files.readString(directory.resolve("err")))
                .contains("stopped after")
                .contains("the same command goes on from there")
                .doesNotContain("Exception");
        assertThat(workers).hasSize(1);
        assertThat(workers.get(0).onExit()).succeedsWithin(SOON);
        assertThat(trials()).isBetween(1, 3);
        assertThat(Files.readString(directory.resolve("classes.log")))
                .as("the parent loads no engine")
                .contains(Assay.class.getName())
                .doesNotContain("ai.djl.mxnet", "ai.djl.pytorch", "ai.djl.engine.Engine ");
    }

    @Test
    void aParentThatIsKilledTakesItsWorkersAlongAndTheNextRunGoesOn() throws Exception {
        Process assay = start();
        awaitTheFirstTrial(assay);
        List<ProcessHandle> workers = assay.descendants().toList();

        assay.destroyForcibly().waitFor();

        assertThat(workers).hasSize(1);
        assertThat(workers.get(0).onExit()).succeedsWithin(SOON);
        int before = trials();
        Process next = start();
        assertThat(next.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(directory.resolve("err")))
                .contains((4 - before) + " trials to run, " + before + " kept from before");
        assertThat(trials()).isEqualTo(4);
    }
}
