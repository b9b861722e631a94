package dev.assay.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a ledger's lines so many at a time, on all processors, and hands them on in their order. */
final class LedgerBatch {
    private static final int LINES = 512;

    private final Path file;
    private final LedgerReader reader;
    private final List<byte[]> waiting = new ArrayList<>();
    private int taken;

    LedgerBatch(Path file, LedgerReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Takes the next line, without its line break.
     *
     * @throws IllegalArgumentException if it or one before it is no ledger line, or cannot stand beside an earlier one; the
     *     message says which
     */
    void add(byte[] line) {
        waiting.add(line);
        if (waiting.size() == LINES) {
            finish();
        }
    }

    /** Hands on the lines that are left; throws as {@link #add} does. */
    void finish() {
        int before = taken;
        List<Read> lines = IntStream.range(0, waiting.size())
                .parallel()
                .mapToObj(i -> read(before + i + 1, waiting.get(i)))
                .toList();
        waiting.clear();
        for (Read read : lines) {
            taken++;
            handOn(read.line());
        }
    }

    /** A line, or why it is none: that is thrown in the order of the lines, and not by whatever processor is first. */
    private record Read(
            @Nullable LedgerLine found, @Nullable IllegalArgumentException refused) {
        LedgerLine line() {
            if (refused != null) {
                throw refused;
            }
            return Objects.requireNonNull(found);
        }
    }

    private Read read(int number, byte[] bytes) {
        try {
            return new Read(parse(number, bytes), null);
        } catch (IllegalArgumentException refused) {
            return new Read(null, refused);
        }
    }

    private void handOn(LedgerLine line) {
        try {
            reader.add(taken, line);
        } catch (IllegalArgumentException contradicting) {
            throw new IllegalArgumentException(file + ", " + contradicting.getMessage(), contradicting);
        }
    }

    private LedgerLine parse(int number, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw new IllegalArgumentException(
                    file + ", line " + number + " is not UTF-8; restore the line or remove it", garbled);
        }
        LedgerLine line;
        try {
            line = LedgerText.read(text);
        } catch (IllegalArgumentException unreadable) {
            requireFormat(number, RecordJson.format(text));
            throw new IllegalArgumentException(
                    file + ", line " + number + " is " + unreadable.getMessage() + "; restore the line or remove it",
                    unreadable);
        }
        requireFormat(number, line.format());
        return line;
    }

    private void requireFormat(int number, int format) {
        if (format != LedgerLine.FORMAT) {
            throw new IllegalArgumentException(file + ", line " + number + " is of format " + format
                    + ", but this version reads format " + LedgerLine.FORMAT
                    + "; read it with the version that wrote it, or run into another directory");
        }
    }
}
