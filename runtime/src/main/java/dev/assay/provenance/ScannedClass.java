package dev.assay.provenance;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * What a class file's constant pool says.
 *
 * @param texts every text in it: names, descriptors and string constants
 * @param references the classes it may refer to, by internal name: in code, in descriptors, or by a string constant
 */
record ScannedClass(SortedSet<String> texts, SortedSet<String> references) {
    private static final int UTF8 = 1;
    private static final Pattern NAMED = Pattern.compile("L([\\w/$]+)[;<]");
    private static final Pattern NAME = Pattern.compile("[\\w$]+([/.][\\w$]+)*");

    static ScannedClass of(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        SortedSet<String> texts = new TreeSet<>();
        SortedSet<String> references = new TreeSet<>();
        for (int item = 1; item < reader.getItemCount(); item++) {
            int offset = reader.getItem(item); // just behind the tag; 0 for the second half of a long or double
            if (offset > 0 && reader.readByte(offset - 1) == UTF8) {
                String text = text(classFile, offset);
                texts.add(text);
                if (NAME.matcher(text).matches()) {
                    references.add(text.replace('.', '/'));
                }
                Matcher named = NAMED.matcher(text);
                while (named.find()) {
                    references.add(named.group(1));
                }
            }
        }
        return new ScannedClass(texts, references);
    }

    private static String text(byte[] classFile, int offset) {
        try {
            return new DataInputStream(new ByteArrayInputStream(classFile, offset, classFile.length - offset))
                    .readUTF();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the constant pool was read before, and holds no such text", impossible);
        }
    }
}
