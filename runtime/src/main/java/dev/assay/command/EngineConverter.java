package dev.assay.command;

import dev.assay.engine.EngineName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --engine}. */
final class EngineConverter implements ITypeConverter<EngineName> {
    @Override
    public EngineName convert(String text) {
        try {
            return EngineName.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
