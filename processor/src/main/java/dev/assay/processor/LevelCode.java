package dev.assay.processor;

import com.palantir.javapoet.CodeBlock;
import dev.assay.plan.Factor;
import dev.assay.plan.LevelType;
import javax.lang.model.type.TypeMirror;

/** Levels as Java source. */
final class LevelCode {
    private LevelCode() {}

    /** All levels, as the arguments of the DSL's {@code factor} and {@code level}: the enum's class, or the literals. */
    static CodeBlock of(Factor factor, TypeMirror type) {
        return factor.type() == LevelType.ENUM
                ? CodeBlock.of("$T.class", type)
                : factor.levels().stream()
                        .map(level -> literal(factor, level, type))
                        .collect(CodeBlock.joining(",$W"));
    }

    /** The first level, as a value. */
    static CodeBlock first(Factor factor, TypeMirror type) {
        return literal(factor, factor.levels().get(0), type);
    }

    private static CodeBlock literal(Factor factor, String level, TypeMirror type) {
        return switch (factor.type()) {
            case ENUM -> CodeBlock.of("$T.$L", type, level);
            case TEXT -> CodeBlock.of("$S", level);
            case LONG -> CodeBlock.of("$LL", level);
            case INT, DOUBLE, BOOLEAN -> CodeBlock.of("$L", level);
        };
    }
}
