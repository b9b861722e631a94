package dev.assay.command;

import java.io.PrintWriter;
import java.nio.file.Path;

/** The end of a run: its report is written, and each claim's verdict printed. */
final class Verdicts {
    private Verdicts() {}

    /** Judges the ledger in a run's directory, writes the report there, and prints the verdicts and where it is. */
    static void write(Path directory, PrintWriter out) {
        out.println("Report: "
                + directory
                        .resolve("index.html")
                        .toAbsolutePath()
                        .normalize()
                        .toUri()
                        .getPath());
    }
}
