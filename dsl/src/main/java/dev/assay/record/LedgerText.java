package dev.assay.record;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A ledger line as text: a JSON object whose first property is the CRC-32C of the object without it, so that a bit that
 * turned on the disk is noticed even where it makes another number of a number. A line written by hand may leave it out.
 */
public final class LedgerText {
    private static final Pattern CHECKED =
            Pattern.compile("\\{\"crc\":\"(?<crc>[0-9a-f]{8})\",(?<rest>.*)", Pattern.DOTALL);

    private LedgerText() {}

    /** A ledger line as one line of text, without a line break. */
    public static String write(LedgerLine line) {
        String json = RecordJson.write(line);
        return "{\"crc\":\"" + crc(json) + "\"," + json.substring(1);
    }

    /**
     * Reads one line of text.
     *
     * @throws IllegalArgumentException if it is no ledger line, or was changed since it was written
     */
    public static LedgerLine read(String text) {
        return RecordJson.read(json(text), LedgerLine.class);
    }

    /**
     * The object without its checksum.
     *
     * @throws IllegalArgumentException if the checksum is another
     */
    static String json(String text) {
        Matcher checked = CHECKED.matcher(text);
        if (!checked.matches()) {
            return text;
        }
        String json = "{" + checked.group("rest");
        if (!crc(json).equals(checked.group("crc"))) {
            throw new IllegalArgumentException(
                    "not as it was written: its checksum is " + crc(json) + " instead of " + checked.group("crc"));
        }
        return json;
    }

    private static String crc(String json) {
        CRC32C crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
