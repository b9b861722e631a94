package dev.assay.ledger;

import dev.assay.record.LedgerContent;
import dev.assay.record.LedgerLine;
import dev.assay.record.LedgerText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A ledger open for appending. A line that {@link #append} returned from is on the disk; one that a crash tore is cut away
 * when the ledger is opened again.
 */
public final class Ledger implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final LedgerContent before;

    private Ledger(Path file, FileChannel channel, LedgerContent before) {
        this.file = file;
        this.channel = channel;
        this.before = before;
    }

    /**
     * Opens a ledger, which need not exist. The caller sees to it that no other process writes to it.
     *
     * @throws IllegalArgumentException if a whole line is no ledger line; the message gives its number
     */
    public static Ledger open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            LedgerContent content =
                    channel.size() == 0 ? new LedgerContent(Map.of(), List.of(), 0) : LedgerContent.read(file);
            channel.truncate(content.intact());
            channel.position(content.intact());
            return new Ledger(file, channel, content);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** What stood in it when it was opened. */
    public LedgerContent before() {
        return before;
    }

    /**
     * Appends a line and waits until the disk has it. If it cannot be written whole, nothing of it stays.
     *
     * @throws IOException if the disk does not take it; the message names the file
     */
    public synchronized void append(LedgerLine line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((LedgerText.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
        long start = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException failed) {
            if (channel.isOpen()) {
                channel.truncate(start);
            }
            throw new IOException("cannot write to " + file + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
