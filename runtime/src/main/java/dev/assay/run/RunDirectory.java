package dev.assay.run;

import dev.assay.record.LedgerContent;
import dev.assay.record.RecordJson;
import dev.assay.record.RunInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The directory of a run, which belongs to one process at a time. */
public final class RunDirectory implements AutoCloseable {
    /**
     * The file whose lock says that a run is going on, and whose text is that run's process id. It is not the ledger: on
     * POSIX systems a process that closes any channel of a file loses its locks on it.
     */
    private static final String LOCK = ".assay-lock";

    private static final String INFO = "run.json";

    private final Path path;
    private final FileChannel lock;

    private RunDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes hold of a directory, which is made if absent.
     *
     * @throws RefusedException if it holds something else than a run, cannot be written to, or another run has hold of it
     */
    static RunDirectory open(Path path) {
        requireNothingForeign(path);
        try {
            Files.createDirectories(path);
            FileChannel lock = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                String holder = holder(lock);
                lock.close();
                throw new RefusedException("another run" + holder + " is writing to " + path
                        + "; wait until it ends, or choose another directory with --out");
            }
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new RunDirectory(path, lock);
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    /**
     * The ledger's directory, for reading.
     *
     * @throws RefusedException if it holds no run
     */
    public static Path existing(Path path) {
        if (!Files.isRegularFile(path.resolve(LedgerContent.FILE))) {
            throw new RefusedException(path + " holds no run of Assay, for it has no " + LedgerContent.FILE
                    + "; name the directory that 'assay run' wrote");
        }
        return path;
    }

    private static void requireNothingForeign(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new RefusedException(path + " is a file; choose a directory with --out");
        }
        if (!Files.exists(path) || Files.exists(path.resolve(LedgerContent.FILE)) || Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isPresent()) {
                throw new RefusedException(path + " holds files but no run of Assay, and nothing is written among them;"
                        + " choose an empty or new directory with --out");
            }
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String holder(FileChannel lock) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        lock.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    private static RefusedException unwritable(Path path, IOException failed) {
        return new RefusedException(
                "cannot write to " + path + " (" + failed.getClass().getSimpleName() + ": " + failed.getMessage()
                        + "); choose another directory with --out",
                failed);
    }

    /** Where it is. */
    Path path() {
        return path;
    }

    /** The ledger's file, which may not exist. */
    Path ledger() {
        return path.resolve(LedgerContent.FILE);
    }

    /** Renames the ledger, if there is one, so that a new one can begin: {@code trials-1.jsonl} and so on. */
    void moveLedgerAside() throws IOException {
        if (Files.exists(ledger())) {
            Files.move(ledger(), aside());
        }
    }

    /** A name for an earlier ledger that no file has yet. */
    Path aside() {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        return aside(number);
    }

    private Path aside(int number) {
        return path.resolve("trials-" + number + ".jsonl");
    }

    /** Writes {@code run.json}; whoever reads it meanwhile sees the old one or the new one. */
    void write(RunInfo info) throws IOException {
        Path next = path.resolve(INFO + ".new");
        try {
            Files.writeString(next, RecordJson.writePretty(info));
        } catch (IOException failed) {
            throw new IOException("cannot write to " + next + ": " + failed.getMessage(), failed);
        }
        try {
            Files.move(next, path.resolve(INFO), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plainFileSystem) {
            Files.move(next, path.resolve(INFO), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Lets go of the directory. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
