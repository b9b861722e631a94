package dev.assay.faults;

import dev.assay.RandomStream;
import dev.assay.worker.WalkersHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs an experiment over and over while the program and its workers are killed or stopped at random moments, lets it end
 * undisturbed, and compares the report with that of a run that nobody disturbed.
 */
final class KillLoop {
    private static final String[] RUN = {"run", WalkersHarness.ID, "--seeds", "4", "--workers", "2", "--quiet", "--out"
    };

    private final Path directory;
    private final RandomStream random;
    private int parents;
    private int workers;
    private int stopped;

    KillLoop(Path directory, long seed) {
        this.directory = directory;
        this.random = RandomStream.of(seed);
    }

    /** {@code KillLoop ROUNDS [SEED]}: each round is a run killed until it ends, and a comparison. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        KillLoop loop = new KillLoop(Files.createTempDirectory("assay-kill-loop"), seed);
        byte[] undisturbed = loop.undisturbed();
        for (int round = 0; round < rounds; round++) {
            loop.disturbedRun(round, 6, undisturbed);
            System.out.println("round " + round + ": the same report after " + loop.tally());
        }
    }

    /** What was done so far. */
    String tally() {
        return parents + " parents and " + workers + " workers killed, " + stopped + " workers stopped";
    }

    /** The report of a run that nobody disturbs. */
    byte[] undisturbed() throws IOException, InterruptedException {
        Path out = directory.resolve("undisturbed");
        finish(out);
        return Files.readAllBytes(out.resolve("report.json"));
    }

    /**
     * Kills a run again and again, lets it finish, and compares its report.
     *
     * @param most how often it is begun before it is left alone
     * @throws IllegalStateException if a worker outlives its parent, or the report is another
     */
    void disturbedRun(int round, int most, byte[] undisturbed) throws IOException, InterruptedException {
        Path out = directory.resolve("disturbed-" + round);
        for (int i = 0; i < most; i++) {
            Program program = Program.start(directory.resolve("log"), Map.of(), words(out));
            boolean parent = random.nextInt(3) > 0;
            Thread.sleep(parent ? random.nextInt(4500) : 1500 + random.nextInt(2000));
            List<ProcessHandle> itsWorkers = program.workers();
            if (!parent && !itsWorkers.isEmpty()) {
                ProcessHandle victim = itsWorkers.get(random.nextInt(itsWorkers.size()));
                if (random.nextBoolean()) {
                    stopFor(victim, Duration.ofMillis(700));
                } else {
                    victim.destroyForcibly();
                    workers++;
                }
                Thread.sleep(random.nextInt(1000));
                itsWorkers = program.workers();
            }
            parents += program.process().isAlive() ? 1 : 0;
            program.process().destroyForcibly().waitFor();
            requireEnd(itsWorkers);
        }
        finish(out);
        byte[] report = Files.readAllBytes(out.resolve("report.json"));
        if (!Arrays.equals(report, undisturbed)) {
            throw new IllegalStateException(
                    "the reports in " + out + " and " + directory.resolve("undisturbed") + " differ after " + tally());
        }
    }

    private void stopFor(ProcessHandle process, Duration pause) throws IOException, InterruptedException {
        signal(process, "STOP");
        Thread.sleep(pause.toMillis());
        signal(process, "CONT");
        stopped++;
    }

    private static void signal(ProcessHandle process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static void requireEnd(List<ProcessHandle> workers) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (ProcessHandle worker : workers) {
            while (worker.isAlive()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("worker " + worker.pid() + " outlives its parent");
                }
                Thread.sleep(20);
            }
        }
    }

    private void finish(Path out) throws IOException, InterruptedException {
        int code = Program.run(directory.resolve("log"), Map.of(), words(out));
        if (code != 0) {
            throw new IllegalStateException(
                    "a run ended with " + code + ":\n" + Files.readString(directory.resolve("log")));
        }
    }

    private static String[] words(Path out) {
        String[] words = Arrays.copyOf(RUN, RUN.length + 1);
        words[RUN.length] = out.toString();
        return words;
    }
}
