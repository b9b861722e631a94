package dev.assay.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last lines that a process printed, however much it printed. Bytes are taken only when they are there, so whoever asks
 * can first take all that has arrived.
 */
final class LastOutput {
    static final int LINES = 100;
    static final int LINE_BYTES = 500;

    private final InputStream in;
    private final Deque<String> lines = new ArrayDeque<>();
    private final byte[] line = new byte[LINE_BYTES];
    private int length;
    private final byte[] buffer = new byte[1 << 16];

    LastOutput(InputStream in) {
        this.in = in;
    }

    /** Takes what has arrived; returns whether there was any. */
    synchronized boolean drain() {
        try {
            int ready = in.available();
            if (ready <= 0) {
                return false;
            }
            int count = in.read(buffer, 0, Math.min(ready, buffer.length));
            for (int i = 0; i < count; i++) {
                add(buffer[i]);
            }
            return count > 0;
        } catch (IOException closed) {
            return false; // the process is gone, and nothing more will come
        }
    }

    /** Hands over what was kept, after taking what has arrived, and begins anew. */
    synchronized String take() {
        while (drain()) {
            // until nothing is left
        }
        String last = new String(line, 0, length, StandardCharsets.UTF_8);
        String text = (String.join("\n", lines) + "\n" + last).strip();
        lines.clear();
        length = 0;
        return text;
    }

    private void add(byte next) {
        if (next == '\n') {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(new String(line, 0, length, StandardCharsets.UTF_8));
            length = 0;
        } else if (length < LINE_BYTES) { // the rest of a longer line is dropped
            line[length++] = next;
        }
    }
}
