package dev.assay.ledger;

import dev.assay.record.LedgerLine;
import dev.assay.record.LedgerText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/** Takes lines out of a ledger that no process has open, after the whole of it was kept under another name. */
public final class LedgerRewrite {
    private LedgerRewrite() {}

    /**
     * Copies a ledger and takes lines out of it. Whenever this is cut short, the ledger is as it was or as it shall be, and
     * its copy is whole in the latter case.
     *
     * @param ledger the file, which exists
     * @param copy where the whole ledger goes, which does not exist
     * @param stays which lines stay
     * @throws IOException if the disk does not take it; the ledger is then as it was
     */
    public static void apply(Path ledger, Path copy, Predicate<LedgerLine> stays) throws IOException {
        byte[] whole = Files.readAllBytes(ledger);
        write(copy, ByteBuffer.wrap(whole));
        StringBuilder kept = new StringBuilder();
        String text = new String(whole, StandardCharsets.UTF_8);
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> stays.test(LedgerText.read(line)))
                .forEach(line -> kept.append(line).append('\n'));
        Path next = ledger.resolveSibling(ledger.getFileName() + ".new");
        write(next, ByteBuffer.wrap(kept.toString().getBytes(StandardCharsets.UTF_8)));
        Files.move(next, ledger, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException failed) {
            throw new IOException("cannot write to " + file + ": " + failed.getMessage(), failed);
        }
    }
}
