package dev.assay.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.record.LedgerContent;
import dev.assay.record.TrialRecord;
import dev.assay.worker.StubbornHarness;
import dev.assay.worker.WalkersHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The quick part of {@code FAULTS.md}. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class FaultsTest {
    @TempDir
    Path directory;

    private String printed() throws IOException {
        return Files.readString(directory.resolve("printed"));
    }

    private int run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return Program.run(directory.resolve("printed"), environment, arguments);
    }

    @Test
    void aRunThatWasKilledAgainAndAgainReportsAsIfNobodyHad() throws Exception {
        KillLoop loop = new KillLoop(directory, 3);
        byte[] undisturbed = loop.undisturbed();

        loop.disturbedRun(0, 3, undisturbed);

        assertThat(loop.tally()).doesNotStartWith("0 parents");
    }

    @Test
    void aWorkerThatComputesDiesWithItsParent() throws Exception {
        Program program = Program.start(
                directory.resolve("printed"),
                Map.of(),
                "run",
                StubbornHarness.ID,
                "--workers",
                "1",
                "--out",
                directory.resolve("run").toString());
        Path ledger = directory.resolve("run").resolve(LedgerContent.FILE);
        while (!Files.exists(ledger) || Files.size(ledger) == 0) {
            assertThat(program.process().isAlive()).as(printed()).isTrue();
            Thread.sleep(20);
        }
        List<ProcessHandle> workers = program.workers();
        assertThat(workers).hasSize(1);
        Thread.sleep(500); // it spins by now

        program.process().destroyForcibly().waitFor();

        assertThat(workers.get(0).onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    /** A file system of its own; the test is skipped where this user may not mount one. */
    private Path mounted(String options) throws IOException, InterruptedException {
        Path place = Files.createDirectory(directory.resolve("mounted"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "only root may mount a tmpfs");
        return place;
    }

    private static void unmount(Path place) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("umount", place.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void aFullDiskIsNamedAndTheLedgerGoesOnWhenThereIsRoom() throws Exception {
        Path place = mounted("size=256k");
        try {
            Path out = place.resolve("run");
            Path ballast = Files.write(place.resolve("ballast"), new byte[228 << 10]);
            String[] words = {"run", WalkersHarness.ID, "--seeds", "6", "--workers", "2", "--out", out.toString()};

            assertThat(run(Map.of(), words)).isIn(2, 3);

            assertThat(printed())
                    .contains("assay: cannot write ")
                    .contains("No space left on device")
                    .doesNotContain("\tat ");
            int kept =
                    LedgerContent.read(out.resolve(LedgerContent.FILE)).trials().size();
            Files.delete(ballast);
            assertThat(new ProcessBuilder("mount", "-o", "remount,size=64m", place.toString())
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(run(Map.of(), words)).as(printed()).isZero();
            assertThat(LedgerContent.read(out.resolve(LedgerContent.FILE)).trials())
                    .hasSize(6 * WalkersHarness.CELLS)
                    .hasSizeGreaterThan(kept);
        } finally {
            unmount(place);
        }
    }

    @Test
    void aReadOnlyPlaceIsRefusedInOneLine() throws Exception {
        Path place = mounted("ro");
        try {
            assertThat(run(Map.of(), "run", WalkersHarness.ID, "--out", place.toString()))
                    .isEqualTo(2);

            assertThat(printed().lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("assay: cannot write to " + place)
                            .contains("Read-only file system", "choose another directory with --out"));
        } finally {
            unmount(place);
        }
    }

    @Test
    void aBrokenNativeLibraryIsOneSentenceWithTheRemedy() throws Exception {
        Map<String, String> ownCache =
                Map.of("DJL_CACHE_DIR", directory.resolve("cache").toString());
        String[] words = {
            "run",
            WalkersHarness.ID,
            "--seeds",
            "1",
            "--quiet",
            "--out",
            directory.resolve("run").toString()
        };
        assertThat(run(ownCache, words)).as(printed()).isZero();
        Path library;
        try (Stream<Path> files = Files.walk(directory.resolve("cache"))) {
            library = files.filter(file -> file.endsWith("libmxnet.so"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(library, new byte[1000]);
        Files.delete(directory.resolve("printed"));

        assertThat(run(
                        ownCache,
                        Stream.concat(Stream.of(words), Stream.of("--fresh")).toArray(String[]::new)))
                .isEqualTo(2);

        assertThat(printed().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("assay: the engine MXNet cannot be loaded")
                        .contains(library.toString(), "delete the unpacked library if it is broken"));
    }

    @Test
    void whatIsLeftOfATruncatedLedgerIsKept() throws Exception {
        Path out = directory.resolve("run");
        String[] words = {"run", WalkersHarness.ID, "--seeds", "1", "--quiet", "--out", out.toString()};
        assertThat(run(Map.of(), words)).as(printed()).isZero();
        Path ledger = out.resolve(LedgerContent.FILE);
        byte[] report = Files.readAllBytes(out.resolve("report.json"));
        byte[] whole = Files.readAllBytes(ledger);
        List<TrialRecord> trials = LedgerContent.read(ledger).trials();
        Files.write(ledger, java.util.Arrays.copyOf(whole, whole.length - 700));
        assertThat(LedgerContent.read(ledger).trials()).isNotEmpty().hasSizeLessThan(trials.size());

        assertThat(run(Map.of(), words)).as(printed()).isZero();

        assertThat(LedgerContent.read(ledger).trials()).hasSameSizeAs(trials);
        assertThat(out.resolve("report.json")).hasBinaryContent(report);
    }
}
