package dev.assay.processor;

import com.palantir.javapoet.CodeBlock;
import dev.assay.Over;
import dev.assay.dsl.Assay;
import dev.assay.plan.ClaimPlan;
import org.jspecify.annotations.Nullable;

/** A claim as a sentence of the DSL. */
final class ClaimCode {
    private ClaimCode() {}

    static CodeBlock of(ClaimPlan claim) {
        CodeBlock.Builder code = CodeBlock.builder().add("e.claim($T.that($S)", Assay.class, claim.that());
        if (claim.beats() != null) {
            code.add("$Z.beats($S)", claim.beats());
        } else if (claim.matches() != null) {
            code.add("$Z.matches($S)", claim.matches());
        }
        code.add("$Z.on($S)", claim.on());
        add(code, "within", claim.within());
        add(code, "atMost", claim.atMost());
        add(code, "atLeast", claim.atLeast());
        add(code, "by", claim.by());
        add(code, "times", claim.times());
        if (!claim.when().isEmpty()) {
            code.add("$Z.at($S)", claim.when());
        }
        if (claim.along() != null) {
            code.add("$Z.along($S)", claim.along());
        }
        if (claim.over() != Over.EACH) {
            code.add("$Z.over($T.$L)", Over.class, claim.over());
        }
        return CodeBlock.builder().addStatement("$L", code.add(")").build()).build();
    }

    private static void add(CodeBlock.Builder code, String word, @Nullable Double number) {
        if (number != null) {
            code.add("$Z.$L($L)", word, number(number));
        }
    }

    /** A number as one would write it: {@code 2}, {@code 0.02}. */
    static CodeBlock number(double number) {
        if (Double.isInfinite(number)) {
            return CodeBlock.of("$T.$L", Double.class, number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e9 && !isNegativeZero(number);
        return CodeBlock.of("$L", whole ? String.valueOf((long) number) : String.valueOf(number));
    }

    private static boolean isNegativeZero(double number) {
        return Double.compare(number, -0.0) == 0;
    }
}
