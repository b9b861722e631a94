package dev.assay.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size of memory: {@code 900m} or {@code 4g}. */
final class MemoryConverter implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,7})\\s*([mg])", Pattern.CASE_INSENSITIVE);
    private static final int MEBI = 20;
    private static final int GIBI = 30;

    @Override
    public Long convert(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is no size of memory; write 900m or 4g");
        }
        return Long.parseLong(matcher.group(1)) << (matcher.group(2).equalsIgnoreCase("g") ? GIBI : MEBI);
    }
}
