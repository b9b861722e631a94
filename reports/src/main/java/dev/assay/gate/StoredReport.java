package dev.assay.gate;

import dev.assay.render.json.ReportJson;
import dev.assay.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a report that a run left behind; nothing else of the run is needed. */
public final class StoredReport {
    private StoredReport() {}

    /**
     * The report in a file.
     *
     * @throws IncomparableException if there is none, or the file holds something else or another format
     */
    public static SuiteReport read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IncomparableException("there is no file " + file + "; name the report.json of an earlier run");
        }
        try {
            return ReportJson.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IncomparableException(
                    file + " is not a report of Assay that this version reads (" + unreadable.getMessage()
                            + "); name the report.json of a run, written by this version",
                    unreadable);
        }
    }

    /** A report as it will be read from its file, where numbers have twelve digits. */
    public static SuiteReport asStored(SuiteReport report) {
        return ReportJson.read(ReportJson.write(report));
    }
}
