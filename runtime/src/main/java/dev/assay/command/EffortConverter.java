package dev.assay.command;

import dev.assay.Effort;
import dev.assay.plan.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --effort}. */
final class EffortConverter implements ITypeConverter<Effort> {
    @Override
    public Effort convert(String text) {
        return Arrays.stream(Effort.values())
                .filter(effort -> effort.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no effort '" + text + "'." + Suggestion.of(text, names())));
    }

    private static List<String> names() {
        return Arrays.stream(Effort.values())
                .map(effort -> effort.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
