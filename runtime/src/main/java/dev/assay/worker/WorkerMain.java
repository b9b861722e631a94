package dev.assay.worker;

import dev.assay.dsl.Executable;
import dev.assay.engine.EngineName;
import dev.assay.engine.EngineUnavailableException;
import dev.assay.record.Failure;
import dev.assay.record.RecordJson;
import dev.assay.record.TrialKey;
import dev.assay.record.TrialRecord;
import dev.assay.trial.Machine;
import dev.assay.trial.TrialRunner;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The process that runs trials, job after job, until its parent hangs up. */
public final class WorkerMain {
    private static final long SIGN_OF_LIFE = Duration.ofSeconds(1).toNanos();

    private final EngineName engine;
    private final OutputStream out;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Semaphore outputTaken = new Semaphore(0);
    private volatile @Nullable TrialKey running;
    private long lastSign;

    private WorkerMain(EngineName engine, OutputStream out) {
        this.engine = engine;
        this.out = out;
    }

    /** Reads an invitation from standard input, and serves. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Invitation invitation = RecordJson.read(line(System.in), Invitation.class);
        System.setIn(InputStream.nullInputStream()); // an experiment has no one to ask
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), invitation.port());
        WorkerMain worker = new WorkerMain(invitation.engine(), socket.getOutputStream());
        worker.sayLine(invitation.token());
        Thread listening = new Thread(() -> worker.listen(socket), "jobs");
        listening.setDaemon(true);
        listening.start();
        Thread beating = new Thread(worker::beat, "beats");
        beating.setDaemon(true);
        beating.start();
        worker.serve(Path.of(invitation.turns()));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Takes jobs; when the parent is gone, whatever the reason, so is this process. */
    private void listen(Socket socket) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(Worker.OUTPUT_TAKEN)) {
                    outputTaken.release();
                } else {
                    jobs.add(RecordJson.read(line, Job.class));
                }
            }
        } catch (IOException | IllegalArgumentException gone) {
            System.err.println("no further job can be read: " + gone.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(Path turns) throws IOException, InterruptedException {
        try (Machine machine = Machine.sharedThrough(turns, this::alive)) {
            say(new Message.Ready(engine.version()));
            Catalogue catalogue = Catalogue.load();
            while (true) {
                Job job = jobs.take();
                Executable<?> executable = find(catalogue, job.experiment());
                String hash = PlanHash.of(executable.plan());
                if (job.engine() != engine || !job.planHash().equals(hash)) {
                    throw refuse("a worker on " + engine.djlName() + " with plan " + hash + " of " + job.experiment()
                            + " got a job on " + job.engine().djlName() + " for plan " + job.planHash()
                            + "; let both processes have the same class path");
                }
                run(job, executable, machine);
            }
        } catch (EngineUnavailableException unable) {
            throw refuse(String.valueOf(unable.getMessage()));
        }
    }

    private Executable<?> find(Catalogue catalogue, String experiment) {
        try {
            return catalogue.get(experiment);
        } catch (IllegalArgumentException unknown) {
            throw refuse(String.valueOf(unknown.getMessage()));
        }
    }

    private void run(Job job, Executable<?> executable, Machine machine) {
        try (TrialRunner<?> runner = TrialRunner.of(executable, job.effort(), engine, machine, this::alive)) {
            for (TrialKey trial : job.trials()) {
                running = trial;
                say(new Message.Started(trial));
                TrialRecord record = runner.run(trial.cell(), trial.seed());
                System.out.flush();
                say(new Message.Finished(record));
                running = null;
                Failure failure = record.failure();
                if (failure != null) {
                    outputTaken.acquireUninterruptibly(); // or the next trial's output would be taken for this one's
                    if (failure.cause() == Failure.Cause.MEMORY) {
                        // What else lost an allocation is unknown, so the next trial gets a new worker.
                        Runtime.getRuntime().halt(0);
                    }
                }
            }
        }
    }

    /** Tells a process that stands still from a trial that takes its time. */
    private void beat() {
        try {
            while (true) {
                Thread.sleep(TimeUnit.NANOSECONDS.toMillis(SIGN_OF_LIFE));
                if (running != null) {
                    say(new Message.Beat());
                }
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void alive() {
        TrialKey trial = running;
        long now = System.nanoTime();
        if (trial != null && now - lastSign >= SIGN_OF_LIFE) {
            lastSign = now;
            say(new Message.Alive(trial));
        }
    }

    /** Ends the process; returns only for the compiler. */
    private IllegalStateException refuse(String reason) {
        say(new Message.Refused(reason));
        Runtime.getRuntime().halt(0);
        return new IllegalStateException(reason);
    }

    private void say(Message message) {
        sayLine(RecordJson.write(message));
    }

    private synchronized void sayLine(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            Runtime.getRuntime().halt(0); // the parent is gone
        }
    }
}
