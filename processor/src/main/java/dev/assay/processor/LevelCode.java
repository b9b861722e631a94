package dev.assay.processor;

import com.palantir.javapoet.CodeBlock;
import dev.assay.plan.Factor;
import javax.lang.model.type.TypeMirror;

/** Levels as the arguments of the DSL's {@code factor} and {@code level}. */
final class LevelCode {
    private LevelCode() {}

    /** The enum's class, or a literal for each level. */
    static CodeBlock of(Factor factor, TypeMirror type) {
        return switch (factor.type()) {
            case ENUM -> CodeBlock.of("$T.class", type);
            case TEXT -> literals(factor, "$S");
            case LONG -> literals(factor, "$LL");
            case INT, DOUBLE, BOOLEAN -> literals(factor, "$L");
        };
    }

    private static CodeBlock literals(Factor factor, String literal) {
        return factor.levels().stream()
                .map(level -> CodeBlock.of(literal, level))
                .collect(CodeBlock.joining(",$W"));
    }
}
