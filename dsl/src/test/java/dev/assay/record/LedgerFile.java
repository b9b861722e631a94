package dev.assay.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A ledger to be written by a test, line by line or as it pleases. */
record LedgerFile(Path path) {
    static LedgerFile in(Path directory) {
        return new LedgerFile(directory.resolve(LedgerContent.FILE));
    }

    /** What is read from it when it holds this text. */
    LedgerContent read(String text) throws IOException {
        Files.writeString(path, text);
        return LedgerContent.read(path);
    }

    /** The lines as they would be written, without checksums. */
    static String lines(LedgerLine... lines) {
        StringBuilder text = new StringBuilder();
        for (LedgerLine line : lines) {
            text.append(RecordJson.write(line)).append('\n');
        }
        return text.toString();
    }
}
