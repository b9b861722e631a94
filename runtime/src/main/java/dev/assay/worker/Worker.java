package dev.assay.worker;

import dev.assay.engine.EngineName;
import dev.assay.record.Failure;
import dev.assay.record.RecordJson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parent's end of one worker process. */
final class Worker implements AutoCloseable {
    /** A bound, so that a leaking trial costs itself and not the machine. Arrays live outside the heap. */
    private static final String HEAP = "-Xmx2g";

    /** The line after which a worker whose trial failed goes on. Every other line that it hears is a job. */
    static final String OUTPUT_TAKEN = "";

    /** How Java ends its last words, which name the signal. */
    private static final Pattern FATAL =
            Pattern.compile("A fatal error has been detected by the Java Runtime Environment:[\\s#]+(\\w+)");

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Process process;
    private final LastOutput output;
    private final @Nullable Socket socket;
    private final @Nullable BufferedReader in;
    private volatile Vigil.@Nullable Breach breach;

    private Worker(Process process, LastOutput output, @Nullable Socket socket) throws IOException {
        this.process = process;
        this.output = output;
        this.socket = socket;
        this.in = socket == null
                ? null
                : new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process and waits until it has called back or died.
     *
     * @param engine the engine whose class path and settings it gets
     * @param directory where its crash report would go, and the file of turns is
     */
    static Worker start(EngineName engine, Path directory) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder builder = new ProcessBuilder(command(engine, directory)).redirectErrorStream(true);
            builder.environment().keySet().removeAll(EngineName.ELSEWHERE);
            builder.environment().putAll(engine.environment());
            Process process = builder.start();
            LastOutput output = new LastOutput(process.getInputStream());
            keepDraining(process, output);
            String token = UUID.randomUUID().toString();
            Invitation invitation = new Invitation(
                    server.getLocalPort(),
                    token,
                    engine,
                    directory.resolve(WorkerPool.TURNS).toString());
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(RecordJson.write(invitation) + "\n");
            } catch (IOException died) {
                return new Worker(process, output, null); // its output says why
            }
            return new Worker(process, output, accept(server, process, token));
        }
    }

    private static List<String> command(EngineName engine, Path directory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash"));
        command.add("-XX:ErrorFile=" + directory.resolve("crash-%p.log"));
        command.addAll(engine.jvmOptions());
        command.add("-cp");
        command.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> engine.accepts(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(WorkerMain.class.getName());
        return command;
    }

    /** A full pipe would block the worker, so it is emptied all the time. */
    private static void keepDraining(Process process, LastOutput output) {
        Thread draining = new Thread(
                () -> {
                    while (output.drain() || process.isAlive()) {
                        if (!output.drain()) {
                            sleep(LOOK);
                        }
                    }
                },
                "output of worker " + process.pid());
        draining.setDaemon(true);
        draining.start();
    }

    /** The worker's socket, or null if it died before it called. Strangers, who do not know the token, are hung up on. */
    private static @Nullable Socket accept(ServerSocket server, Process process, String token) throws IOException {
        server.setSoTimeout(Math.toIntExact(LOOK.toMillis()));
        while (true) {
            try {
                Socket caller = server.accept();
                if (token.equals(firstLine(caller, token.length()))) {
                    return caller;
                }
                caller.close();
            } catch (SocketTimeoutException nobodyYet) {
                if (!process.isAlive()) {
                    return null;
                }
            }
        }
    }

    private static String firstLine(Socket caller, int length) throws IOException {
        caller.setSoTimeout(Math.toIntExact(FAREWELL.toMillis()));
        try {
            byte[] line = caller.getInputStream().readNBytes(length + 1);
            caller.setSoTimeout(0);
            return new String(line, StandardCharsets.UTF_8).stripTrailing();
        } catch (SocketTimeoutException silent) {
            return "";
        }
    }

    /** Hands it a job; returns whether it took it. */
    boolean send(Job job) {
        return sendLine(RecordJson.write(job));
    }

    private boolean sendLine(String line) {
        if (socket == null) {
            return false;
        }
        try {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException died) {
            return false;
        }
    }

    /** What it says next, or null when it has died. */
    @Nullable
    Message receive() {
        if (in == null) {
            return null;
        }
        try {
            String line = in.readLine();
            return line == null ? null : RecordJson.read(line, Message.class);
        } catch (IOException | IllegalArgumentException died) { // a last line may be torn
            return null;
        }
    }

    /** The last lines that it printed, which are forgotten; lets it go on after a failed trial. */
    String takeOutput() {
        String text = output.take();
        sendLine(OUTPUT_TAKEN); // if it has died meanwhile, the next line from it says so
        return text;
    }

    /** Its process's number. */
    long pid() {
        return process.pid();
    }

    /** Ends it because it broke a limit; {@link #death} will say which. */
    void condemn(Vigil.Breach broken) {
        if (breach == null) {
            breach = broken;
        }
        close();
    }

    /** Whether its trial may be tried again on another worker. */
    boolean mayTryAgain() {
        Vigil.Breach broken = breach;
        return broken == null || broken.again();
    }

    /** What can be said of a worker that has hung up, after making sure that it is gone. */
    Failure death() {
        boolean ended = awaitEnd();
        close();
        if (!awaitEnd()) { // a process that waits in the kernel cannot be killed
            return new Failure(Failure.Cause.CRASH, "the worker hung up and cannot be killed", "", output.take());
        }
        String text = output.take();
        Vigil.Breach broken = breach;
        if (broken != null) {
            return new Failure(broken.cause(), broken.message(), "", text);
        }
        if (!ended) {
            return new Failure(Failure.Cause.CRASH, "the worker hung up and had to be killed", "", text);
        }
        int code = process.exitValue();
        Matcher fatal = FATAL.matcher(text);
        if (fatal.find()) {
            return new Failure(
                    Failure.Cause.CRASH,
                    "the worker crashed in native code (" + fatal.group(1) + "); Java's report is crash-"
                            + process.pid() + ".log in the run's directory",
                    "",
                    text);
        }
        if (text.contains("java.lang.OutOfMemoryError")) {
            return new Failure(Failure.Cause.MEMORY, "the worker ran out of memory (exit code " + code + ")", "", text);
        }
        String how =
                code > 128 ? "the worker was ended by signal " + (code - 128) : "the worker ended with code " + code;
        return new Failure(Failure.Cause.CRASH, how, "", text);
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process at once, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // The process is being killed anyway, and nothing more is to be said or heard.
            }
        }
    }
}
