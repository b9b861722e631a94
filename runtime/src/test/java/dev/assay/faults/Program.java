package dev.assay.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The {@code assay} program as a process of its own.
 *
 * @param process the process
 * @param printed the file that it writes both its streams to
 */
record Program(Process process, Path printed) {
    static Program start(Path printed, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assay.command.Assay"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
        builder.environment().putAll(environment);
        return new Program(builder.start(), printed);
    }

    /** Runs to the end; returns the exit code. */
    static int run(Path printed, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Program program = start(printed, environment, arguments);
        try {
            if (!program.process().waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("still runs after two minutes: " + String.join(" ", arguments));
            }
            return program.process().exitValue();
        } finally {
            program.process().destroyForcibly();
        }
    }

    /** Its workers. */
    List<ProcessHandle> workers() {
        return process.descendants().toList();
    }
}
